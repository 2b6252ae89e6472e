package org.clearancedesk.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.clearancedesk.web.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** A failure of the desk's own stays one, also when a caller could have caused another of the same kind. */
@RunningDesk
@Import(FailuresOfTheDeskTest.WithAFaultyClock.class)
class FailuresOfTheDeskTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Floor floor;
    private final FaultyClock clock;

    FailuresOfTheDeskTest(Floor floor, FaultyClock clock) {
        this.floor = floor;
        this.clock = clock;
    }

    @AfterEach
    void theClockGoesAgain() {
        clock.failingIn = "";
    }

    @ParameterizedTest
    @CsvSource({
        "RegisterRequest, java.lang.NullPointerException",
        "RegisterRequest, java.lang.IllegalArgumentException",
        "RegisterRequest, java.lang.ClassCastException",
        "TriageAgainstGuidelines, java.lang.NullPointerException"
    })
    void isNoFaultOfWhoeverSendsTheForm(String place, Class<? extends RuntimeException> failure)
            throws JsonProcessingException {
        Webapp requester = Webapp.of(floor, "requester");
        Map<String, Object> form = Map.of(
                "variables",
                Map.of(
                        "request",
                        Map.of("type", "Json", "value", JSON.writeValueAsString(Submission.withLegalReview()))));
        Map<String, Long> before = floor.rows();
        clock.failure = failure;
        clock.failingIn = "." + place;

        Answer answer = requester.post("process-definition/key/genai-clearance/submit-form", form);

        assertThat(answer.status()).as(answer.text()).isEqualTo(500);
        assertThat(answer.json().has("reason"))
                .as("The form would show the engine's words.")
                .isFalse();
        assertThat(floor.rows()).isEqualTo(before);
        clock.failingIn = "";
        requester
                .post("process-definition/key/genai-clearance/submit-form", form)
                .expect(200);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class WithAFaultyClock {

        @Bean
        @Primary
        FaultyClock faultyClock() {
            return new FaultyClock();
        }
    }

    /** Fails when it is read by a step of the process. */
    static final class FaultyClock extends Clock {

        volatile String failingIn = "";
        volatile Class<? extends RuntimeException> failure = NullPointerException.class;

        @Override
        public ZoneId getZone() {
            return Clock.systemUTC().getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.system(zone);
        }

        @Override
        public Instant instant() {
            if (!failingIn.isEmpty() && isReadThere()) {
                try {
                    throw failure.getConstructor().newInstance();
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
            return Clock.tickMillis(ZoneOffset.UTC).instant();
        }

        private boolean isReadThere() {
            return StackWalker.getInstance()
                    .walk(frames ->
                            frames.anyMatch(frame -> frame.getClassName().endsWith(failingIn)));
        }
    }
}
