package org.clearancedesk.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.clearancedesk.web.Submission;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RunningDesk
class TwoAtOnceTest {

    private static final int EVENTS = 25;

    private final Floor floor;
    private final CaseEvents caseEvents;
    private final ChainReader chainReader;
    private final TransactionTemplate transaction;

    TwoAtOnceTest(
            Floor floor, CaseEvents caseEvents, ChainReader chainReader, PlatformTransactionManager transactions) {
        this.floor = floor;
        this.caseEvents = caseEvents;
        this.chainReader = chainReader;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void writingOnOneCaseNeverBreakItsRecordNorGetAnError() throws Exception {
        String number = floor.sent("requester", Submission.withLegalReview());
        int before = chainReader.of(number).events().size();
        CyclicBarrier start = new CyclicBarrier(3);
        ExecutorService people = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (String who : List.of("legal", "talent")) {
                writers.add(people.submit(() -> {
                    start.await();
                    for (int event = 0; event < EVENTS; event++) {
                        caseEvents.consentChanged(number, who, Map.of("name", who + event));
                    }
                    return null;
                }));
            }
            Future<Integer> reader = people.submit(() -> {
                start.await();
                int looks = 0;
                while (!writers.stream().allMatch(Future::isDone)) {
                    assertThat(chainReader.of(number).firstBreak())
                            .as("seen while others write")
                            .isNull();
                    looks++;
                }
                return looks;
            });
            for (Future<?> writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
            reader.get(60, TimeUnit.SECONDS);
        } finally {
            people.shutdownNow();
        }

        ChainSnapshot copy = chainReader.of(number);
        assertThat(copy.firstBreak()).isNull();
        assertThat(copy.events()).hasSize(before + 2 * EVENTS);
        assertThat(copy.events().stream()
                        .filter(event ->
                                event.actor().equals("legal") && event.type().equals("CONSENT_CHANGED")))
                .hasSize(EVENTS);
    }

    @Test
    void writingOnOneCaseWaitForEachOtherAndTheRecordKeepsTheirOrder() throws Exception {
        String number = floor.sent("requester", Submission.withLegalReview());
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> second = transaction.execute(first -> {
                caseEvents.consentChanged(number, "legal", Map.of("name", "first"));
                return other.submit(() -> caseEvents.consentChanged(number, "talent", Map.of("name", "second")));
            });
            second.get(30, TimeUnit.SECONDS);
        } finally {
            other.shutdownNow();
        }

        ChainSnapshot copy = chainReader.of(number);
        assertThat(copy.firstBreak()).isNull();
        assertThat(copy.events().subList(copy.events().size() - 2, copy.events().size()))
                .extracting(StoredEvent::actor)
                .containsExactly("legal", "talent");
    }
}
