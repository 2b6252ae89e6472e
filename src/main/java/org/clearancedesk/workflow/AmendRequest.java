package org.clearancedesk.workflow;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.clearancedesk.access.Caller;
import org.clearancedesk.access.Contacts;
import org.clearancedesk.access.CurrentCaller;
import org.clearancedesk.access.NotAllowed;
import org.clearancedesk.access.Productions;
import org.clearancedesk.approval.Renewals;
import org.clearancedesk.approval.StandingApprovals;
import org.clearancedesk.consent.AmendedConsents;
import org.clearancedesk.evidence.Evidence;
import org.clearancedesk.register.ApprovalRecord;
import org.clearancedesk.register.Cases;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.Register;
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
    private final AmendedConsents consents;
    private final StandingApprovals standing;
    private final ApprovalRecord record;
    private final StepTimes times;
    private final Contacts contacts;
    private final Productions productions;

    AmendRequest(
            CaseFiles files,
            CurrentCaller caller,
            Cases cases,
            Register register,
            Evidence evidence,
            Renewals renewals,
            AmendedConsents consents,
            StandingApprovals standing,
            ApprovalRecord record,
            StepTimes times,
            Contacts contacts,
            Productions productions) {
        this.files = files;
        this.caller = caller;
        this.cases = cases;
        this.register = register;
        this.evidence = evidence;
        this.renewals = renewals;
        this.consents = consents;
        this.standing = standing;
        this.record = record;
        this.times = times;
        this.contacts = contacts;
        this.productions = productions;
    }

    @Override
    public void notify(DelegateTask task) {
        files.forPerson(task.getExecution(), file -> {
            ClearanceCase before = cases.get(file.number());
            String requester = before.requester();
            Caller sender = caller.get();
            if (!sender.user().equals(requester)) {
                throw NotAllowed.at("", "Only whoever made the request can change it.");
            }
            ClearanceRequest request = renewals.keptIn(file.sent(), file.number());
            request.requireDisguise();
            productions.require(request.production().code(), before.productionCode(), sender);
            contacts.require(request.netflixContact(), requester);
            // A standing approval may cover it now, and takes its turn among the cases by its number.
            List<String> concerned =
                    new ArrayList<>(standing.openFor(request.production().code()));
            concerned.add(file.number());
            record.lockAll(concerned);
            evidence.attach(request.evidence(), file.number(), requester);
            register.amended(file.number(), request, requester);
            consents.leftOut(file.number(), request, requester);
            file.keep(request.disguised(), requester);
            times.completed(task);
        });
    }
}
