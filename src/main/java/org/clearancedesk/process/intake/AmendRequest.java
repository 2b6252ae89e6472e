package org.clearancedesk.process.intake;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.clearancedesk.approval.Renewals;
import org.clearancedesk.consent.AmendedConsents;
import org.clearancedesk.evidence.Evidence;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.Contacts;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.NotAllowed;
import org.clearancedesk.people.ProductionAccess;
import org.clearancedesk.process.CaseFiles;
import org.clearancedesk.process.StepTimes;
import org.clearancedesk.register.ApprovalEvents;
import org.clearancedesk.register.CaseEvents;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.standing.StandingApprovals;
import org.springframework.stereotype.Component;

/** Takes the request as the requester changed it; a new round begins. */
@Component
class AmendRequest implements TaskListener {

    private final CaseFiles files;
    private final CurrentCaller caller;
    private final CaseRepository cases;
    private final CaseEvents caseEvents;
    private final Evidence evidence;
    private final Renewals renewals;
    private final AmendedConsents consents;
    private final StandingApprovals standing;
    private final ApprovalEvents record;
    private final StepTimes times;
    private final Contacts contacts;
    private final ProductionAccess productionAccess;

    AmendRequest(
            CaseFiles files,
            CurrentCaller caller,
            CaseRepository cases,
            CaseEvents caseEvents,
            Evidence evidence,
            Renewals renewals,
            AmendedConsents consents,
            StandingApprovals standing,
            ApprovalEvents record,
            StepTimes times,
            Contacts contacts,
            ProductionAccess productionAccess) {
        this.files = files;
        this.caller = caller;
        this.cases = cases;
        this.caseEvents = caseEvents;
        this.evidence = evidence;
        this.renewals = renewals;
        this.consents = consents;
        this.standing = standing;
        this.record = record;
        this.times = times;
        this.contacts = contacts;
        this.productionAccess = productionAccess;
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
            productionAccess.require(request.production().code(), before.productionCode(), sender);
            String contactUser =
                    contacts.require(request.netflixContact(), sender).orElse(null);
            // A standing approval may cover it now, and takes its turn among the cases by its number.
            List<String> concerned =
                    new ArrayList<>(standing.openFor(request.production().code()));
            concerned.add(file.number());
            record.lockAll(concerned);
            evidence.attach(request.evidence(), file.number(), requester);
            caseEvents.amended(file.number(), request, requester, contactUser);
            consents.leftOut(file.number(), request, requester);
            file.keep(request.disguised(), requester);
            times.completed(task);
        });
    }
}
