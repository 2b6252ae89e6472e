package org.clearancedesk.process.notice;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.clearancedesk.consent.Consents;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.intake.Performer;
import org.clearancedesk.intake.Step;
import org.clearancedesk.intake.Tier;
import org.clearancedesk.notice.Notice;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.process.CaseFile;
import org.clearancedesk.process.CaseFiles;
import org.clearancedesk.process.CaseVariable;
import org.clearancedesk.process.TaskIds;
import org.clearancedesk.process.TaskSubjects;
import org.clearancedesk.register.CaseEvents;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.ClearanceCase;
import org.springframework.stereotype.Component;

/** Brings a new task before its people: the case opens to them, and they are told. */
@Component
class AnnounceTask implements TaskListener {

    private static final Set<Step> OF_AN_APPROVAL =
            EnumSet.of(Step.FULFIL_CONDITION, Step.DECIDE_ON_HOLD, Step.CLOSE_OUT_USE);

    private final CaseFiles files;
    private final CaseEvents caseEvents;
    private final CaseRepository cases;
    private final Consents consents;
    private final TaskSubjects subjects;
    private final Outbox outbox;

    AnnounceTask(
            CaseFiles files,
            CaseEvents caseEvents,
            CaseRepository cases,
            Consents consents,
            TaskSubjects subjects,
            Outbox outbox) {
        this.files = files;
        this.caseEvents = caseEvents;
        this.cases = cases;
        this.consents = consents;
        this.subjects = subjects;
        this.outbox = outbox;
    }

    @Override
    public void notify(DelegateTask task) {
        CaseFile file = files.of(task.getExecution());
        String number = file.number();
        Step step = TaskIds.of(task.getTaskDefinitionKey());
        ClearanceRequest request = cases.request(number);
        ClearanceRequest shown = request.disguised();
        if (step == Step.CONFIRM_CONSENT) {
            int place = placeOf(task);
            Performer asked = shown.performers().get(place);
            file.assign(asked);
            task.setName(TaskIds.nameOf(task, asked));
            subjects.note(task.getId(), number, place);
            consents.asked(number, request.performers().get(place));
        }
        if (step == Step.FULFIL_CONDITION) {
            subjects.note(task.getId(), number, placeOf(task));
            task.setName(TaskIds.nameOf(task, 1 + placeOf(task)));
        }
        if (step == Step.DECIDE_ON_HOLD) {
            subjects.note(task.getId(), number, file.text(CaseVariable.HOLD_ID));
        }
        task.setVariablesLocal(card(shown, cases.get(number)));
        if (OF_AN_APPROVAL.contains(step)) {
            // Its form asks by this; what others left in the process does not count.
            task.setVariableLocal(CaseVariable.REQUEST_NUMBER.id(), number);
        }
        Optional<DeskGroup> group = DeskGroup.of(step);
        group.ifPresent(before -> caseEvents.openTo(number, before.id()));
        Performer performer = subjects.performerOf(task).orElse(null);
        switch (step) {
            case AMEND_REQUEST -> outbox.queue(whyToAmend(task, number));
            case FULFIL_CONDITION -> outbox.queue(CaseNotices.ofTask(NoticeKind.CONDITION_SET, task, performer));
            // The letter's mail came a moment ago, and closing out has time until the use is over.
            case CLOSE_OUT_USE -> {}
            default -> outbox.queue(CaseNotices.ofTask(NoticeKind.TASK_WAITING, task, performer));
        }
    }

    private Notice whyToAmend(DelegateTask task, String number) {
        return cases.overtakenInThisRound(number)
                .map(because -> CaseNotices.ofTask(NoticeKind.DECISION_OVERTAKEN, task, null)
                        .because(because))
                .orElseGet(() -> CaseNotices.ofTask(NoticeKind.CHANGES_NEEDED, task, null)
                        .because(cases.reasonsOfThisRound(number)));
    }

    /** The engine has just counted, and nobody could write since. */
    private static int placeOf(DelegateTask task) {
        return (Integer) task.getVariable(CaseVariable.LOOP_COUNTER.id());
    }

    /** What the card of a task shows. */
    private static Map<String, Object> card(ClearanceRequest shown, ClearanceCase onRecord) {
        return Map.of(
                CaseVariable.TITLE.id(),
                shown.title(),
                CaseVariable.PRODUCTION.id(),
                shown.production().title(),
                CaseVariable.ASKED_FOR.id(),
                onRecord.tier() == Tier.ESCALATE ? "In doubt" : "Written approval");
    }
}
