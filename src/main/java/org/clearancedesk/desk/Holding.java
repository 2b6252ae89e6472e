package org.clearancedesk.desk;

import org.clearancedesk.access.CurrentCaller;
import org.clearancedesk.access.NotAllowed;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.UnknownCase;
import org.springframework.stereotype.Component;

/** Lets only whoever made a request speak for it. */
@Component
class Holding {

    private final CaseDoor door;
    private final CurrentCaller caller;

    Holding(CaseDoor door, CurrentCaller caller) {
        this.door = door;
        this.caller = caller;
    }

    /**
     * The user who made the request, when it is the caller.
     *
     * @throws UnknownCase when there is none that they may see
     * @throws NotAllowed when it is somebody else's
     */
    String require(String number) {
        ClearanceCase shown = door.open(number);
        if (!shown.requester().equals(caller.get().user())) {
            throw new NotAllowed("Only whoever made the request can do this.");
        }
        return shown.requester();
    }
}
