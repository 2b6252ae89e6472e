package org.clearancedesk.workflow;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.clearancedesk.access.CurrentCaller;
import org.clearancedesk.approval.Renewals;
import org.clearancedesk.evidence.Evidence;
import org.clearancedesk.register.Cases;
import org.clearancedesk.register.Register;
import org.clearancedesk.request.BadInput;
import org.clearancedesk.request.ClearanceRequest;
import org.springframework.stereotype.Component;

/** Takes the request as the requester changed it; a new round begins. */
@Component
class AmendRequest implements TaskListener {

    private final CaseFiles files;
    private final CurrentCaller caller;
    private final Cases cases;
    private final Register register;
    private final Evidence evidence;
    private final Renewals renewals;
    private final StepTimes times;

    AmendRequest(
            CaseFiles files,
            CurrentCaller caller,
            Cases cases,
            Register register,
            Evidence evidence,
            Renewals renewals,
            StepTimes times) {
        this.files = files;
        this.caller = caller;
        this.cases = cases;
        this.register = register;
        this.evidence = evidence;
        this.renewals = renewals;
        this.times = times;
    }

    @Override
    public void notify(DelegateTask task) {
        files.forPerson(task.getExecution(), file -> {
            String requester = cases.get(file.number()).requester();
            if (!caller.get().user().equals(requester)) {
                throw new BadInput("", "Only whoever made the request can change it.");
            }
            ClearanceRequest request = renewals.keptIn(ClearanceRequest.from(file.fields()), file.number());
            request.requireDisguise();
            evidence.attach(request.evidence(), file.number(), requester);
            register.amended(file.number(), request, requester);
            file.keep(request.disguised(), requester);
            times.completed(task);
        });
    }
}
