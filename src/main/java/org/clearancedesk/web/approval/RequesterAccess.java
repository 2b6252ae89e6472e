package org.clearancedesk.web.approval;

import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.NotAllowed;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.UnknownCase;
import org.clearancedesk.web.register.CaseAccess;
import org.springframework.stereotype.Component;

/** Lets only whoever made a request speak for it. */
@Component
class RequesterAccess {

    private final CaseAccess access;
    private final CurrentCaller caller;

    RequesterAccess(CaseAccess access, CurrentCaller caller) {
        this.access = access;
        this.caller = caller;
    }

    /**
     * The user who made the request, when it is the caller.
     *
     * @throws UnknownCase when there is none that they may see
     * @throws NotAllowed when it is somebody else's
     */
    String require(String number) {
        ClearanceCase shown = access.open(number);
        if (!shown.requester().equals(caller.get().user())) {
            throw new NotAllowed("Only whoever made the request can do this.");
        }
        return shown.requester();
    }
}
