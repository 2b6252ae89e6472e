package org.clearancedesk.process;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.Performer;
import org.clearancedesk.intake.Step;
import org.clearancedesk.register.CaseRepository;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps which performer, condition or suspension a task is about, of those tasks of which a case can have several. It is kept
 * beside the engine, because variables come from whoever completes a task, and a task's label is for people.
 */
@Component
public class TaskSubjects {

    private static final String UNNOTED =
            "select t.id_, t.execution_id_, t.task_def_key_, p.business_key_ from act_ru_task t"
                    + " join act_ru_execution p on p.id_ = t.proc_inst_id_"
                    + " where t.task_def_key_ in ('confirmConsent', 'fulfilCondition', 'decideOnHold')"
                    + " and not exists (select 1 from clearance_task_subject s where s.task_id = t.id_)";

    private final JdbcClient jdbc;
    private final CaseRepository cases;
    private final RuntimeService runtime;

    TaskSubjects(JdbcClient jdbc, CaseRepository cases, @Lazy RuntimeService runtime) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.runtime = runtime;
    }

    /** A task that is open, as the engine keeps it. */
    private record OpenTask(String id, String execution, String step, String caseNumber) {}

    /** @param place which of the performers or conditions, counted from 0 */
    public void note(String task, String caseNumber, int place) {
        jdbc.sql("insert into clearance_task_subject (task_id, case_number, place) values (?, ?, ?)")
                .params(task, caseNumber, place)
                .update();
    }

    public void note(String task, String caseNumber, String suspension) {
        jdbc.sql("insert into clearance_task_subject (task_id, case_number, hold_id) values (?, ?, ?)")
                .params(task, caseNumber, suspension)
                .update();
    }

    /** Which of the performers or conditions a task is about, counted from 0. */
    public int placeOf(DelegateTask task) {
        return jdbc.sql("select place from clearance_task_subject where task_id = ?")
                .param(task.getId())
                .query(Integer.class)
                .optional()
                .orElseThrow(TaskSubjects::unknown);
    }

    public String suspensionOf(DelegateTask task) {
        return jdbc.sql("select hold_id from clearance_task_subject where task_id = ?")
                .param(task.getId())
                .query(String.class)
                .optional()
                .orElseThrow(TaskSubjects::unknown);
    }

    /** The performer whom a task is about, as everybody may see them; empty for a task about none. */
    public Optional<Performer> performerOf(DelegateTask task) {
        if (TaskIds.of(task.getTaskDefinitionKey()) != Step.CONFIRM_CONSENT) {
            return Optional.empty();
        }
        String number = task.getExecution().getProcessBusinessKey();
        return Optional.of(cases.request(number).disguised().performers().get(placeOf(task)));
    }

    /** The tasks of a case that are, or were, about one of its conditions or performers. */
    public List<String> tasksAbout(String caseNumber, int place) {
        return jdbc.sql("select task_id from clearance_task_subject where case_number = ? and place = ?")
                .params(caseNumber, place)
                .query(String.class)
                .list();
    }

    /** Notes it for tasks that were made by a version of the desk that did not. */
    void noteOpenTasks() {
        jdbc.sql(UNNOTED)
                .query((row, index) ->
                        new OpenTask(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list()
                .forEach(this::noteOpenTask);
    }

    private void noteOpenTask(OpenTask task) {
        if (TaskIds.of(task.step()) == Step.DECIDE_ON_HOLD) {
            note(task.id(), task.caseNumber(), (String) kept(task, CaseVariable.HOLD_ID));
        } else {
            note(task.id(), task.caseNumber(), (int) kept(task, CaseVariable.LOOP_COUNTER));
        }
    }

    private Object kept(OpenTask task, CaseVariable variable) {
        return runtime.getVariable(task.execution(), variable.id());
    }

    private static BadInput unknown() {
        return new BadInput(
                "",
                "The desk is being brought to a new version and is not done with this task. Please try again later.");
    }
}
