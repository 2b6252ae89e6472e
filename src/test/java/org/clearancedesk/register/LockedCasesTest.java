package org.clearancedesk.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What a transaction need not read again of a case: only what nobody else can change meanwhile. */
class LockedCasesTest {

    private static final String NUMBER = "GC-2026-000001";
    private static final ChainHead HEAD = new ChainHead(1, "first");
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

    private final JdbcTransactionManager database =
            new JdbcTransactionManager(new DriverManagerDataSource("jdbc:h2:mem:locked-cases"));
    private final TransactionTemplate transaction = new TransactionTemplate(database);
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void aCaseThatIsNotLockedIsReadEachTime() {
        read();
        read();
        transaction.executeWithoutResult(status -> {
            read();
            read();
        });

        assertThat(reads).hasValue(4);
    }

    @Test
    void aLockedOneIsReadOnceUntilItIsWritten() {
        transaction.executeWithoutResult(status -> {
            LockedCases.ofThisTransaction().locked(NUMBER, HEAD);
            read();
            read();
            assertThat(reads).hasValue(1);

            LockedCases.ofThisTransaction().changed(NUMBER);
            read();
            read();
            assertThat(reads).hasValue(2);

            LockedCases.ofThisTransaction().appended(event(2, EventType.TRIAGED));
            read();
            assertThat(reads).hasValue(3);
        });
    }

    @Test
    void theLockEndsWithItsTransaction() {
        transaction.executeWithoutResult(
                status -> LockedCases.ofThisTransaction().locked(NUMBER, HEAD));
        transaction.executeWithoutResult(status -> {
            LockedCases.ofThisTransaction().locked(NUMBER, HEAD);
            status.setRollbackOnly();
        });

        transaction.executeWithoutResult(status ->
                assertThat(LockedCases.ofThisTransaction().head(NUMBER)).isEmpty());
    }

    @Test
    void anotherTransactionInBetweenDoesNotHaveIt() {
        TransactionTemplate another = new TransactionTemplate(database);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> {
            LockedCases.ofThisTransaction().locked(NUMBER, HEAD);

            another.executeWithoutResult(inBetween ->
                    assertThat(LockedCases.ofThisTransaction().head(NUMBER)).isEmpty());

            assertThat(LockedCases.ofThisTransaction().head(NUMBER)).contains(HEAD);
        });
    }

    @Test
    void theEventsThatItAddedAreTheLastOnes() {
        transaction.executeWithoutResult(status -> {
            LockedCases locked = LockedCases.ofThisTransaction();
            locked.appended(event(2, EventType.TRIAGED));
            locked.appended(event(3, EventType.REQUEST_AMENDED));
            locked.appended(event(4, EventType.TRIAGED));

            assertThat(locked.head(NUMBER)).contains(new ChainHead(4, "hash 4"));
            assertThat(locked.last(NUMBER, List.of(EventType.TRIAGED)))
                    .map(CaseEvent::sequence)
                    .contains(4);
            assertThat(locked.last(NUMBER, List.of(EventType.REQUEST_SUBMITTED, EventType.REQUEST_AMENDED)))
                    .map(CaseEvent::sequence)
                    .contains(3);
            assertThat(locked.last(NUMBER, List.of(EventType.LETTER_ISSUED))).isEmpty();
        });
    }

    private void read() {
        ClearanceCase found = LockedCases.ofThisTransaction().row(NUMBER, () -> {
            reads.incrementAndGet();
            return row();
        });
        assertThat(found.number()).isEqualTo(NUMBER);
    }

    private static CaseEvent event(int sequence, EventType type) {
        return new CaseEvent(NUMBER, sequence, type, NOW, "desk", "{}", "hash " + (sequence - 1), "hash " + sequence);
    }

    private static ClearanceCase row() {
        return new ClearanceCase(
                NUMBER,
                "Sketches",
                null,
                false,
                "KITCHEN-S1",
                "The Kitchen",
                "requester",
                "contact@desk.example",
                "contact",
                Status.IN_TRIAGE,
                null,
                null,
                1,
                NOW,
                NOW,
                "digest",
                null,
                1,
                "first");
    }
}
