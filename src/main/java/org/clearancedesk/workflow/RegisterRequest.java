package org.clearancedesk.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.access.Caller;
import org.clearancedesk.access.Contacts;
import org.clearancedesk.access.CurrentCaller;
import org.clearancedesk.access.DeskGroup;
import org.clearancedesk.access.NotAllowed;
import org.clearancedesk.access.Productions;
import org.clearancedesk.approval.Renewals;
import org.clearancedesk.evidence.Evidence;
import org.clearancedesk.register.Register;
import org.clearancedesk.request.ClearanceRequest;
import org.springframework.stereotype.Component;

@Component
class RegisterRequest implements JavaDelegate {

    static final String NOT_A_REQUESTER =
            "Only people of the group “%s” can send a request. Please ask an administrator to add you."
                    .formatted(DeskGroup.REQUESTERS.label());

    private final CaseFiles files;
    private final CurrentCaller caller;
    private final Register register;
    private final Evidence evidence;
    private final Renewals renewals;
    private final Contacts contacts;
    private final Productions productions;

    RegisterRequest(
            CaseFiles files,
            CurrentCaller caller,
            Register register,
            Evidence evidence,
            Renewals renewals,
            Contacts contacts,
            Productions productions) {
        this.files = files;
        this.caller = caller;
        this.register = register;
        this.evidence = evidence;
        this.renewals = renewals;
        this.contacts = contacts;
        this.productions = productions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        files.forPerson(execution, file -> {
            Caller sender = caller.get();
            if (!sender.isIn(DeskGroup.REQUESTERS)) {
                throw NotAllowed.at("", NOT_A_REQUESTER);
            }
            ClearanceRequest request = file.sent();
            request.requireDisguise();
            productions.require(request.production().code(), sender);
            String requester = sender.user();
            contacts.require(request.netflixContact(), requester);
            String number = register.open(request, requester);
            renewals.note(number, request, sender);
            evidence.attach(request.evidence(), number, requester);
            file.open(number, request.disguised(), requester);
        });
    }
}
