package org.clearancedesk.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.clearancedesk.engine.identity.AccountAddresses;
import org.clearancedesk.evidence.ReviewedFiles;
import org.clearancedesk.evidence.TakenReview;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.Step;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.people.RefusedAttempt;
import org.clearancedesk.people.RefusedAttempts;
import org.clearancedesk.people.UserDirectory;
import org.clearancedesk.register.CaseEvents;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.EventStore;
import org.clearancedesk.register.EventType;
import org.springframework.stereotype.Component;

/**
 * Watches who takes or is given a task: only somebody who may answer it. From then on they work on the case and know it by
 * its title; and what comes in after legal has taken its review is known to have come after.
 */
@Component
class TakeTask implements TaskListener {

    private static final String NOBODY = "There is no such user.";

    private final CaseFiles files;
    private final CurrentCaller caller;
    private final UserDirectory userDirectory;
    private final AccountAddresses accountAddresses;
    private final FourEyes fourEyes;
    private final ReviewedFiles reviewedFiles;
    private final CaseEvents caseEvents;
    private final EventStore eventStore;
    private final CaseRepository cases;
    private final RefusedAttempts attempts;

    TakeTask(
            CaseFiles files,
            CurrentCaller caller,
            UserDirectory userDirectory,
            AccountAddresses accountAddresses,
            FourEyes fourEyes,
            ReviewedFiles reviewedFiles,
            CaseEvents caseEvents,
            EventStore eventStore,
            CaseRepository cases,
            RefusedAttempts attempts) {
        this.files = files;
        this.caller = caller;
        this.userDirectory = userDirectory;
        this.accountAddresses = accountAddresses;
        this.fourEyes = fourEyes;
        this.reviewedFiles = reviewedFiles;
        this.caseEvents = caseEvents;
        this.eventStore = eventStore;
        this.cases = cases;
        this.attempts = attempts;
    }

    @Override
    public void notify(DelegateTask task) {
        String taker = task.getAssignee();
        if (taker == null) {
            return;
        }
        files.forPerson(task.getExecution(), file -> {
            // Whoever leaves in the same moment gives back what they have taken, or takes nothing any more.
            accountAddresses.lock();
            try {
                requireMayHave(task, file.number(), caller.get(), taker);
            } catch (BadInput refused) {
                attempts.record(RefusedAttempt.Kind.STEP_REFUSED, file.number());
                throw refused;
            }
            // Of a case that is no secret they know the title anyway; once they answer, they are let in with an event.
            if (cases.get(file.number()).codeName() != null) {
                caseEvents.letIn(file.number(), taker);
            }
            Step step = TaskIds.of(task.getTaskDefinitionKey());
            if (ReviewedFiles.areLookedAtBy(step)) {
                begin(step, file.number(), caller.get().user(), taker);
            }
        });
    }

    /**
     * What comes in from here on, they are not sure to have been shown. Whoever is given the task anew has not opened it by
     * that, so a review that is under way does not begin once more.
     */
    private void begin(Step step, String number, String giver, String taker) {
        boolean isGiven = !giver.equals(taker);
        if (!isGiven || !reviewedFiles.isUnderReview(step, cases.events(number))) {
            TakenReview taken = new TakenReview(step, isGiven ? taker : null);
            eventStore.append(number, EventType.REVIEW_TAKEN, giver, taken, null);
        }
    }

    private void requireMayHave(DelegateTask task, String number, Caller person, String taker) {
        if (taker.equals(person.user())) {
            // What was known of them when the call began may be over.
            Caller now = userDirectory.find(taker).orElseThrow(() -> new BadInput("", NOBODY));
            fourEyes.require(TaskIds.of(task.getTaskDefinitionKey()), number, now);
        } else {
            requireMayBeGiven(task, number, person, taker);
        }
    }

    private void requireMayBeGiven(DelegateTask task, String number, Caller giver, String taker) {
        if (!giver.isIn(DeskGroup.ADMINS)) {
            throw new BadInput(
                    "", "Everybody takes their tasks themselves; only an administrator can give one to somebody.");
        }
        try {
            Optional<Caller> known = userDirectory.find(taker);
            fourEyes.require(
                    TaskIds.of(task.getTaskDefinitionKey()), number, known.orElseThrow(() -> new BadInput("", NOBODY)));
        } catch (BadInput refused) {
            throw new BadInput(
                    "",
                    "This task cannot be given to “%s”: it is for people of its group who neither made nor reviewed the request."
                            .formatted(taker));
        }
    }
}
