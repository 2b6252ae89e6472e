package org.clearancedesk.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.ClearanceProcess;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.clearancedesk.web.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Record and process move together or not at all. */
@RunningDesk
class OneTransactionTest {

    private final Floor floor;
    private final ClearanceProcess process;
    private final TaskService tasks;
    private final EventStore eventStore;
    private final TransactionTemplate transaction;

    OneTransactionTest(
            Floor floor,
            ClearanceProcess process,
            TaskService tasks,
            EventStore eventStore,
            PlatformTransactionManager transactions) {
        this.floor = floor;
        this.process = process;
        this.tasks = tasks;
        this.eventStore = eventStore;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void signIn() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated("requester", null, List.of()));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void neitherStaysWhenWhatFollowsFails() {
        Map<String, Long> before = floor.rows();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    process.start(ClearanceRequest.from(Submission.withLegalReview()));
                    throw new IllegalStateException("The lights went out.");
                }))
                .hasMessage("The lights went out.");

        assertThat(floor.rows()).isEqualTo(before);
    }

    @Test
    void bothStayWhenNothingFails() {
        Map<String, Long> before = floor.rows();

        process.start(ClearanceRequest.from(Submission.withLegalReview()));

        Map<String, Long> after = floor.rows();
        assertThat(after.get("CLEARANCE_CASE")).isEqualTo(before.get("CLEARANCE_CASE") + 1);
        assertThat(after.get("ACT_HI_PROCINST")).isGreaterThan(before.get("ACT_HI_PROCINST"));
        assertThat(after.get("ACT_RU_TASK")).isEqualTo(before.get("ACT_RU_TASK") + 1);
    }

    @Test
    void anOpinionThatIsRefusedLeavesTheTaskAndTheRecordAsTheyWere() {
        String number = process.start(ClearanceRequest.from(Submission.withLegalReview()));
        floor.settle();
        Map<String, Long> before = floor.rows();

        assertThatThrownBy(
                        () -> floor.completes("legal", number, "reviewLegalExposure", Map.of("legalOutcome", "MAYBE")))
                .hasRootCauseInstanceOf(BadInput.class);

        assertThat(floor.rows()).isEqualTo(before);
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(number)
                        .taskDefinitionKey("reviewLegalExposure")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void nothingIsWrittenOutsideATransaction() {
        String number = process.start(ClearanceRequest.from(Submission.withLegalReview()));
        Map<String, Long> before = floor.rows();

        assertThatThrownBy(() -> eventStore.append(number, EventType.REQUEST_REFUSED, "legal", Map.of(), null))
                .isInstanceOf(IllegalTransactionStateException.class);

        assertThat(floor.rows()).isEqualTo(before);
    }
}
