package org.clearancedesk.workflow;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.clearancedesk.access.DeskGroup;
import org.clearancedesk.consent.Consents;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.clearancedesk.register.Cases;
import org.clearancedesk.register.Register;
import org.clearancedesk.request.Performer;
import org.clearancedesk.triage.Step;
import org.springframework.stereotype.Component;

/** Brings a new task before its people: the case opens to them, and they are told. */
@Component
class AnnounceTask implements TaskListener {

    private final CaseFiles files;
    private final Register register;
    private final Cases cases;
    private final Consents consents;
    private final Outbox outbox;

    AnnounceTask(CaseFiles files, Register register, Cases cases, Consents consents, Outbox outbox) {
        this.files = files;
        this.register = register;
        this.cases = cases;
        this.consents = consents;
        this.outbox = outbox;
    }

    @Override
    public void notify(DelegateTask task) {
        CaseFile file = files.of(task.getExecution());
        Step step = Steps.of(task.getTaskDefinitionKey());
        if (step == Step.CONFIRM_CONSENT) {
            List<Performer> performers = file.request().performers();
            int index = (Integer) task.getVariable(CaseVariable.PERFORMER_INDEX.id());
            Performer performer = performers.get(index);
            file.assign(performer);
            task.setName(Steps.nameOf(task, performer));
            consents.asked(
                    file.number(), cases.request(file.number()).performers().get(index));
        }
        if (step == Step.FULFIL_CONDITION) {
            task.setName(Steps.nameOf(task, 1 + (Integer) task.getVariable(CaseVariable.PERFORMER_INDEX.id())));
        }
        task.setVariablesLocal(file.card());
        Optional<DeskGroup> group = DeskGroup.of(step);
        group.ifPresent(asked -> register.openTo(file.number(), asked.id()));
        switch (step) {
            case AMEND_REQUEST ->
                outbox.queue(CaseNotices.ofTask(NoticeKind.CHANGES_NEEDED, task, file)
                        .because(cases.reasonsOfThisRound(file.number())));
            case FULFIL_CONDITION -> outbox.queue(CaseNotices.ofTask(NoticeKind.CONDITION_SET, task, file));
            // The letter's mail came a moment ago, and closing out has time until the use is over.
            case CLOSE_OUT_USE -> {}
            default -> outbox.queue(CaseNotices.ofTask(NoticeKind.TASK_WAITING, task, file));
        }
    }
}
