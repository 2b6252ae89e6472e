package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.clearancedesk.audit.RecordAudit;
import org.clearancedesk.engine.Migration;
import org.clearancedesk.engine.Models;
import org.clearancedesk.register.ChainReader;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;

/** A database of the version before, with a case in every wait state, and a new version of the model with a step renamed. */
@SpringBootTest(
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.process-engine-name=upgraded",
            "clearance-desk.demo-cases=false",
            "spring.mail.host=127.0.0.1"
        })
@ActiveProfiles("demo")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@Import({Stage.class, NextModel.class})
class UpgradeTest {

    /** That of the last release; {@link #thereIsATestForEveryRelease()} asks for one more of these when there is another. */
    private static final String DUMP = "model-1.sql";

    private final Desk desk;
    private final NextModel next;
    private final RuntimeService runtime;
    private final ChainReader chainReader;
    private final RecordAudit audit;
    private final JdbcClient jdbc;

    UpgradeTest(
            Desk desk,
            NextModel next,
            RuntimeService runtime,
            ChainReader chainReader,
            RecordAudit audit,
            JdbcClient jdbc) {
        this.audit = audit;
        this.desk = desk;
        this.next = next;
        this.runtime = runtime;
        this.chainReader = chainReader;
        this.jdbc = jdbc;
    }

    @DynamicPropertySource
    static void databaseOfTheVersionBefore(DynamicPropertyRegistry settings) throws SQLException {
        String url = DumpForUpgrade.readInto("upgrade", DUMP);
        settings.add("spring.datasource.url", () -> url);
    }

    @Test
    void thereIsATestForEveryRelease() {
        assertThat(DumpForUpgrade.all()).containsExactly(DUMP);
    }

    @Test
    void theDumpOfAReleaseIsNeverMadeAnew() {
        assertThatThrownBy(() -> DumpForUpgrade.placeOf("0.1.0"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("model-1.sql");
        assertThat(DumpForUpgrade.placeOf("0.2.0")).doesNotExist();
    }

    @Test
    void everyCaseGoesOnWithTheNewModelFromWhereItWaitedAndComesToItsEnd() throws IOException {
        Map<String, List<String>> waited = waiting();
        assertThat(waited).hasSize(WaitState.values().length);
        assertThat(audit.verify().broken()).as("events of the version before").isEmpty();
        assertThat(audit.verify().untold()).as("what they do not tell").isPositive();
        assertThat(jdbc.sql("select id from clearance_consent")
                        .query(String.class)
                        .list())
                .as("ids of consents that were made of names")
                .isNotEmpty()
                .allMatch(id -> UUID.fromString(id).version() == 4);
        next.deploy();

        List<String> before = underWay();
        next.migrationWithoutPassage().run();
        assertThat(underWay()).as("without a passage everybody stays").isEqualTo(before);

        Migration migration = next.migration();
        migration.run();
        String newest = next.newest(Models.PROCESS).getId();
        assertThat(underWay())
                .as("all but the one that is between two steps")
                .filteredOn(id -> !id.equals(newest))
                .hasSize(1);
        desk.follow(number(WaitState.BEHIND_REVIEWS));
        desk.goesOn();
        migration.run();
        assertThat(underWay()).hasSize(WaitState.values().length).allMatch(id -> id.equals(newest));
        assertThat(waiting()).as("nobody's task is lost or comes twice").isEqualTo(waited);
        for (WaitState state : WaitState.values()) {
            String number = desk.follow(number(state));
            state.finish(desk);
            assertThat(desk.isOver()).as(state.name()).isTrue();
            assertThat(desk.onRecord().status()).as(state.name()).isEqualTo(state.end());
            assertThat(chainReader.of(number).firstBreak()).as(state.name()).isNull();
            assertThat(audit.verify(number)).as(state.name()).isEmpty();
        }
    }

    @Test
    void anApprovalAtAStepThatIsNoMorePassesItAndGoesOnWithTheNewModel() {
        List<Job> atTheStep =
                desk.jobs.createJobQuery().activityId("takeUpEarlierHolds").list();
        assertThat(atTheStep).isNotEmpty();
        atTheStep.forEach(job -> desk.jobs.executeJob(job.getId()));

        next.migrationWithoutPassage().run();

        String newest = next.newest(Models.APPROVAL_PROCESS).getId();
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(Models.APPROVAL_PROCESS)
                        .list())
                .isNotEmpty()
                .extracting(ProcessInstance::getProcessDefinitionId)
                .containsOnly(newest);
    }

    private String number(WaitState state) {
        return jdbc.sql("select number from clearance_case where title = ?")
                .param(state.name())
                .query(String.class)
                .single();
    }

    private Map<String, List<String>> waiting() {
        return Arrays.stream(WaitState.values()).collect(Collectors.toMap(WaitState::name, state -> {
            desk.follow(number(state));
            return desk.waitingSteps();
        }));
    }

    private List<String> underWay() {
        return runtime.createProcessInstanceQuery().processDefinitionKey(Models.PROCESS).list().stream()
                .map(ProcessInstance::getProcessDefinitionId)
                .toList();
    }
}
