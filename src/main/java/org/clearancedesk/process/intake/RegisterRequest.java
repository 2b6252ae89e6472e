package org.clearancedesk.process.intake;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.approval.Renewals;
import org.clearancedesk.evidence.Evidence;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.Contacts;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.people.NotAllowed;
import org.clearancedesk.people.ProductionAccess;
import org.clearancedesk.process.CaseFiles;
import org.clearancedesk.register.CaseEvents;
import org.springframework.stereotype.Component;

@Component
class RegisterRequest implements JavaDelegate {

    static final String NOT_A_REQUESTER =
            "Only people of the group “%s” can send a request. Please ask an administrator to add you."
                    .formatted(DeskGroup.REQUESTERS.label());

    private final CaseFiles files;
    private final CurrentCaller caller;
    private final CaseEvents caseEvents;
    private final Evidence evidence;
    private final Renewals renewals;
    private final Contacts contacts;
    private final ProductionAccess productionAccess;

    RegisterRequest(
            CaseFiles files,
            CurrentCaller caller,
            CaseEvents caseEvents,
            Evidence evidence,
            Renewals renewals,
            Contacts contacts,
            ProductionAccess productionAccess) {
        this.files = files;
        this.caller = caller;
        this.caseEvents = caseEvents;
        this.evidence = evidence;
        this.renewals = renewals;
        this.contacts = contacts;
        this.productionAccess = productionAccess;
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
            productionAccess.require(request.production().code(), sender);
            String requester = sender.user();
            String contactUser =
                    contacts.require(request.netflixContact(), sender).orElse(null);
            String number = caseEvents.open(request, requester, contactUser);
            renewals.note(number, request, sender);
            evidence.attach(request.evidence(), number, requester);
            file.open(number, request.disguised(), requester);
        });
    }
}
