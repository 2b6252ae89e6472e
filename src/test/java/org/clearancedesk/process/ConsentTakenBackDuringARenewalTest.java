package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.clearancedesk.consent.ConsentChanges;
import org.clearancedesk.consent.ConsentList;
import org.clearancedesk.consent.ConsentSearch;
import org.clearancedesk.register.Status;
import org.clearancedesk.register.Viewer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two things happen at once that each concern an approval and the one that is to take its place. */
@OnPostgres
class ConsentTakenBackDuringARenewalTest {

    private static final String PERFORMER = "Ana Renewed";

    private final Desk desk;
    private final Life life;
    private final ConsentList consents;
    private final ConsentChanges changes;
    private final TransactionTemplate transaction;

    ConsentTakenBackDuringARenewalTest(
            Desk desk,
            Life life,
            ConsentList consents,
            ConsentChanges changes,
            PlatformTransactionManager transactions) {
        this.desk = desk;
        this.life = life;
        this.consents = consents;
        this.changes = changes;
        this.transaction = new TransactionTemplate(transactions);
    }

    private String decided(Use use) {
        String number = desk.requester.asksFor(use);
        desk.legal.clears();
        desk.talent.confirms(PERFORMER);
        desk.goesOn();
        desk.approver.approves();
        return number;
    }

    @Test
    void waitsForNobodyWhoWaitsForIt() throws Exception {
        String earlier = decided(Use.deAgeing(PERFORMER));
        desk.runs("issueWrittenApproval");
        String consent = consents.find(
                        new ConsentSearch(earlier, null, null, 0, 1),
                        new Viewer("admin", Set.of(), Set.of(), null, true))
                .consents()
                .get(0)
                .id();
        String later = decided(Use.deAgeing(PERFORMER).with("predecessor", earlier));

        ExecutorService people = Executors.newFixedThreadPool(2);
        @Nullable Throwable ofTheWithdrawal;
        @Nullable Throwable ofTheLetter;
        try {
            Map<String, Future<@Nullable Throwable>> both = transaction.execute(busy -> {
                desk.jdbc
                        .sql("select number from clearance_case where number = ? for update")
                        .param(earlier)
                        .query(String.class)
                        .single();
                Future<@Nullable Throwable> withdrawal =
                        people.submit(() -> failureOf(() -> changes.withdraw(consent, "By mail.", "talent")));
                untilTheyWait(1, withdrawal);
                Future<@Nullable Throwable> letter =
                        people.submit(() -> failureOf(() -> desk.runs("issueWrittenApproval")));
                untilTheyWait(2, letter);
                return Map.of("withdrawal", withdrawal, "letter", letter);
            });
            ofTheWithdrawal = both.get("withdrawal").get(60, TimeUnit.SECONDS);
            ofTheLetter = both.get("letter").get(60, TimeUnit.SECONDS);
        } finally {
            people.shutdownNow();
        }

        assertThat(ofTheWithdrawal).isNull();
        assertThat(ofTheLetter).as("no deadlock").isNull();
        desk.follow(later);
        assertThat(life.status()).as("it rests on a consent that is gone").isEqualTo(Status.CHANGES_NEEDED);
        desk.follow(earlier);
        assertThat(life.status()).isEqualTo(Status.SUSPENDED);
    }

    private static @Nullable Throwable failureOf(Runnable work) {
        try {
            work.run();
            return null;
        } catch (RuntimeException failure) {
            return failure;
        }
    }

    private void untilTheyWait(int people, Future<?> last) {
        while (desk.jdbc
                                .sql("select count(*) from pg_locks where not granted")
                                .query(Long.class)
                                .single()
                        < people
                && !last.isDone()) {
            Thread.onSpinWait();
        }
    }
}
