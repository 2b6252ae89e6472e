package org.clearancedesk.process;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.clearancedesk.approval.Condition;
import org.clearancedesk.engine.Models;
import org.clearancedesk.review.ConsentReview;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;

/** Two new versions of the models in one night, without a restart in between; some people have been reminded before. */
@SpringBootTest(
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.process-engine-name=upgradedtwice",
            "clearance-desk.demo-cases=false",
            "spring.mail.host=127.0.0.1"
        })
@ActiveProfiles("demo")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@Import({Stage.class, NextModel.class})
class UpgradeAfterUpgradeTest {

    private final Desk desk;
    private final Life life;
    private final NextModel next;
    private final JdbcClient jdbc;

    UpgradeAfterUpgradeTest(Desk desk, Life life, NextModel next, JdbcClient jdbc) {
        this.desk = desk;
        this.life = life;
        this.next = next;
        this.jdbc = jdbc;
    }

    @DynamicPropertySource
    static void databaseOfTheVersionBefore(DynamicPropertyRegistry settings) throws SQLException {
        String url = DumpForUpgrade.readInto("upgradedtwice", "model-1.sql");
        settings.add("spring.datasource.url", () -> url);
    }

    @BeforeEach
    void nobodyIsBetweenTwoSteps() {
        desk.follow(number(WaitState.BEHIND_REVIEWS));
        desk.goesOn();
        desk.jobs
                .createJobQuery()
                .activityId("takeUpEarlierHolds")
                .list()
                .forEach(job -> desk.jobs.executeJob(job.getId()));
    }

    @Test
    void everyCaseAndApprovalArrivesAndKeepsItsDates() throws IOException {
        life.begins("Credit the artist by name.", "Keep the prompts for a year.");
        desk.follow(number(WaitState.ASSESSMENT));
        desk.clock.passes(Duration.ofDays(1));
        assertThat(desk.firesDueTimers()).as("reminded").isPositive();
        Map<String, Date> timers = timers();
        Map<String, Date> tasks = tasks();
        List<String> waiting = underWay();

        for (int upgrade = 1; upgrade <= 2; upgrade++) {
            next.deploy();
            next.migration().run();

            assertThat(onNewest(Models.PROCESS)).as("upgrade %d", upgrade).isEqualTo(running(Models.PROCESS));
            assertThat(onNewest(Models.APPROVAL_PROCESS))
                    .as("upgrade %d", upgrade)
                    .isPositive()
                    .isEqualTo(running(Models.APPROVAL_PROCESS));
            assertThat(timers()).as("upgrade %d", upgrade).isEqualTo(timers);
            assertThat(tasks()).as("upgrade %d", upgrade).isEqualTo(tasks);
            assertThat(underWay()).as("upgrade %d", upgrade).isEqualTo(waiting);
        }
    }

    @Test
    void aTaskThatIsMadeAfterwardsIsRemindedOfAsBefore() throws IOException {
        desk.requester.asksFor(Use.deAgeing("Ana", "Bruno"));
        List<String> before = reminders();
        assertThat(before).hasSize(6);
        next.deploy();
        next.migration().run();

        desk.requester.asksFor(Use.deAgeing("Ana", "Bruno"));

        assertThat(reminders()).isEqualTo(before);
    }

    @Test
    void aTaskIsAboutTheSameAsBeforeWhateverItsStepIsCalledNow() throws IOException {
        String approved = life.begins("Credit the artist by name.", "Keep the prompts for a year.");
        desk.requester.asksFor(Use.deAgeing("Ana", "Bruno"));
        next.deploy();
        next.migration().run();

        desk.talent.confirms("Bruno");
        desk.goesOn();
        assertThat(desk.cases.opinionsOfThisRound(desk.number()))
                .singleElement()
                .satisfies(given -> assertThat(((ConsentReview) given.opinion()).performer())
                        .isEqualTo("Bruno"));

        desk.follow(approved);
        life.waives(desk.approver, 2, "Nobody will ask.");
        assertThat(life.conditions.ofCase(approved))
                .extracting(Condition::state)
                .containsExactly(Condition.State.OPEN, Condition.State.WAIVED);
        desk.requester.answers("fulfilCondition", Map.of("conditionOutcome", "FULFILLED", "conditionReason", "Done."));
        assertThat(life.conditions.ofCase(approved))
                .extracting(Condition::state)
                .containsExactly(Condition.State.FULFILLED, Condition.State.WAIVED);
    }

    private List<String> reminders() {
        return jdbc.sql(
                        "select handler_cfg_ from act_ru_job where type_ = 'timer' and process_instance_id_ = ? order by 1")
                .param(desk.instance().getId())
                .query(String.class)
                .list();
    }

    private Map<String, Date> timers() {
        return desk.jobs.createJobQuery().timers().unlimitedList().stream()
                .filter(timer -> timer.getProcessInstanceId() != null)
                .collect(toMap(Job::getId, Job::getDuedate));
    }

    private Map<String, Date> tasks() {
        return desk.tasks.createTaskQuery().unlimitedList().stream().collect(toMap(Task::getId, Task::getDueDate));
    }

    private List<String> underWay() {
        return desk.runtime.createProcessInstanceQuery().unlimitedList().stream()
                .map(ProcessInstance::getId)
                .sorted()
                .toList();
    }

    private long running(String process) {
        return desk.runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .count();
    }

    private long onNewest(String process) {
        ProcessDefinition newest = next.newest(process);
        return desk.runtime
                .createProcessInstanceQuery()
                .processDefinitionId(newest.getId())
                .count();
    }

    private String number(WaitState state) {
        return jdbc.sql("select number from clearance_case where title = ?")
                .param(state.name())
                .query(String.class)
                .single();
    }
}
