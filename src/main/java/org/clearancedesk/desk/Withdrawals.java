package org.clearancedesk.desk;

import org.clearancedesk.access.Caller;
import org.clearancedesk.access.NotAllowed;
import org.clearancedesk.register.Cases;
import org.clearancedesk.request.ClearanceProcess;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets the requester, and nobody else, take a request back. */
@Component
class Withdrawals {

    private final Cases cases;
    private final ClearanceProcess process;

    Withdrawals(Cases cases, ClearanceProcess process) {
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
