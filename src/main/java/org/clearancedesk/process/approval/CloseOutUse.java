package org.clearancedesk.process.approval;

import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.approval.CloseOut;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.NotAllowed;
import org.clearancedesk.process.CaseFile;
import org.clearancedesk.process.CaseFiles;
import org.clearancedesk.process.CaseVariable;
import org.clearancedesk.process.StepTimes;
import org.clearancedesk.register.CaseRepository;
import org.springframework.stereotype.Component;

/** Takes what was really used. */
@Component
class CloseOutUse implements TaskListener {

    private final CaseFiles files;
    private final CurrentCaller caller;
    private final CaseRepository cases;
    private final Approvals approvals;
    private final Clock clock;
    private final StepTimes times;

    CloseOutUse(
            CaseFiles files,
            CurrentCaller caller,
            CaseRepository cases,
            Approvals approvals,
            Clock clock,
            StepTimes times) {
        this.files = files;
        this.caller = caller;
        this.cases = cases;
        this.approvals = approvals;
        this.clock = clock;
        this.times = times;
    }

    @Override
    public void notify(DelegateTask task) {
        files.forPerson(task.getExecution(), file -> {
            String holder = cases.get(file.number()).requester();
            if (!caller.get().user().equals(holder)) {
                throw NotAllowed.at("", "Only whoever holds the approval can close the use out.");
            }
            approvals.closeOut(file.number(), holder, CloseOut.from(said(file), clock));
            file.forgetWords();
            times.completed(task);
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> said(CaseFile file) {
        if (file.answers(CaseVariable.CLOSE_OUT).get(CaseVariable.CLOSE_OUT.id()) instanceof Map<?, ?> given) {
            return (Map<String, ?>) given;
        }
        throw new BadInput("closeOut", "Please say what was really used.");
    }
}
