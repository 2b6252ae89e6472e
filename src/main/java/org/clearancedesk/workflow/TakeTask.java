package org.clearancedesk.workflow;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.clearancedesk.access.Caller;
import org.clearancedesk.access.CurrentCaller;
import org.clearancedesk.access.DeskGroup;
import org.clearancedesk.access.Directory;
import org.clearancedesk.access.RefusedAttempt;
import org.clearancedesk.access.RefusedAttempts;
import org.clearancedesk.register.Cases;
import org.clearancedesk.register.Register;
import org.clearancedesk.request.BadInput;
import org.springframework.stereotype.Component;

/**
 * Watches who takes or is given a task: only somebody who may answer it. From then on they work on the case and know it by
 * its title.
 */
@Component
class TakeTask implements TaskListener {

    private final CaseFiles files;
    private final CurrentCaller caller;
    private final Directory directory;
    private final FourEyes fourEyes;
    private final Register register;
    private final Cases cases;
    private final RefusedAttempts attempts;

    TakeTask(
            CaseFiles files,
            CurrentCaller caller,
            Directory directory,
            FourEyes fourEyes,
            Register register,
            Cases cases,
            RefusedAttempts attempts) {
        this.files = files;
        this.caller = caller;
        this.directory = directory;
        this.fourEyes = fourEyes;
        this.register = register;
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
            try {
                requireMayHave(task, file.number(), caller.get(), taker);
            } catch (BadInput refused) {
                attempts.record(RefusedAttempt.Kind.STEP_REFUSED, file.number());
                throw refused;
            }
            // Of a case that is no secret they know the title anyway; once they answer, they are let in with an event.
            if (cases.get(file.number()).codeName() != null) {
                register.letIn(file.number(), taker);
            }
        });
    }

    private void requireMayHave(DelegateTask task, String number, Caller person, String taker) {
        if (taker.equals(person.user())) {
            fourEyes.require(Steps.of(task.getTaskDefinitionKey()), number, person);
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
            Optional<Caller> known = directory.find(taker);
            fourEyes.require(
                    Steps.of(task.getTaskDefinitionKey()),
                    number,
                    known.orElseThrow(() -> new BadInput("", "There is no such user.")));
        } catch (BadInput refused) {
            throw new BadInput(
                    "",
                    "This task cannot be given to “%s”: it is for people of its group who neither made nor reviewed the request."
                            .formatted(taker));
        }
    }
}
