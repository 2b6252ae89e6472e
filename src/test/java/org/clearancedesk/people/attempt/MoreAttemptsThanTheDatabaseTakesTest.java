package org.clearancedesk.people.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.mockito.Mockito.mock;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.Contact;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.people.RefusedAttempt;
import org.clearancedesk.people.RefusedAttempt.Kind;
import org.clearancedesk.people.UserDirectory;
import org.clearancedesk.people.security.RateLimitProperties;
import org.clearancedesk.process.MovableClock;
import org.clearancedesk.register.ChainEnds;
import org.clearancedesk.register.RowChain;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database takes its time, and attempts come faster. */
class MoreAttemptsThanTheDatabaseTakesTest {

    private static final UserDirectory NOBODY = new UserDirectory() {
        @Override
        public Optional<Caller> signIn(String user, String password) {
            return Optional.empty();
        }

        @Override
        public Optional<Caller> find(String user) {
            return Optional.empty();
        }

        @Override
        public Optional<String> emailOf(String user) {
            return Optional.empty();
        }

        @Override
        public List<Contact> members(DeskGroup group) {
            return List.of();
        }

        @Override
        public boolean hasOwner(String address) {
            return false;
        }

        @Override
        public Set<String> productions() {
            return Set.of();
        }
    };

    private final MovableClock clock = new MovableClock();
    private final SimpleMeterRegistry figures = new SimpleMeterRegistry();
    private final CountDownLatch database = new CountDownLatch(1);
    private final List<RefusedAttempt> written = new ArrayList<>();
    private final AttemptLog attempts = new AttemptLog(
            new AttemptRepository(mock(JdbcClient.class), mock(RowChain.class), mock(ChainEnds.class)) {
                @Override
                void add(RefusedAttempt attempt) {
                    try {
                        database.await();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                    synchronized (written) {
                        written.add(attempt);
                    }
                }

                @Override
                List<RefusedAttempt> newest(int page, int size) {
                    return List.of();
                }

                @Override
                void forgetBefore(java.time.Instant time) {}
            },
            NOBODY,
            new Binder(List.of()).bindOrCreate("none", RateLimitProperties.class),
            clock,
            figures);

    @Test
    void whatIsLostIsCountedAndSaidAndNobodyWaitsForIt() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger(AttemptLog.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.setLevel(Level.WARN);
        logger.addAppender(log);
        for (int attempt = 0; attempt < 1_200; attempt++) {
            clock.passes(Duration.ofSeconds(10));
            attempts.recordSignIn(Kind.SIGN_IN_FAILED, "somebody " + attempt);
        }

        // One is being written and a thousand wait.
        assertThat(figures.get("clearance.refused.attempts.lost").counter().count())
                .isEqualTo(199);
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> attempts.newest(0, 10));

        database.countDown();
        await().until(() -> {
            synchronized (written) {
                return written.size() == 1_001;
            }
        });
        attempts.close();
        logger.detachAppender(log);
        List<String> lines =
                log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertThat(lines)
                .filteredOn(line -> line.contains("refused attempts could not be written down"))
                .singleElement()
                .asString()
                .contains("199 ");
        assertThat(lines).noneMatch(line -> line.contains("somebody "));
    }
}
