package org.clearancedesk.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.access.CurrentCaller;
import org.clearancedesk.evidence.Evidence;
import org.clearancedesk.register.Register;
import org.clearancedesk.request.ClearanceRequest;
import org.springframework.stereotype.Component;

@Component
class RegisterRequest implements JavaDelegate {

    private final CaseFiles files;
    private final CurrentCaller caller;
    private final Register register;
    private final Evidence evidence;

    RegisterRequest(CaseFiles files, CurrentCaller caller, Register register, Evidence evidence) {
        this.files = files;
        this.caller = caller;
        this.register = register;
        this.evidence = evidence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        files.forPerson(execution, file -> {
            ClearanceRequest request = file.request();
            String requester = caller.get().user();
            String number = register.open(request, requester);
            evidence.attach(request.evidence(), number, requester);
            file.open(number, request, requester);
        });
    }
}
