package org.clearancedesk.web.intake;

import org.clearancedesk.intake.ClearanceProcess;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.NotAllowed;
import org.clearancedesk.register.CaseRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets the requester, and nobody else, take a request back. */
@Component
public class Withdrawals {

    private final CaseRepository cases;
    private final ClearanceProcess process;

    Withdrawals(CaseRepository cases, ClearanceProcess process) {
        this.cases = cases;
        this.process = process;
    }

    @Transactional
    public void withdraw(String number, String reason, Caller caller) {
        if (!cases.get(number, caller.reader()).requester().equals(caller.user())) {
            throw new NotAllowed("Only whoever made the request can withdraw it.");
        }
        process.withdraw(number, reason);
    }
}
