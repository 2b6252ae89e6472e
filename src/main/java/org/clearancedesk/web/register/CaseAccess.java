package org.clearancedesk.web.register;

import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.NotAllowed;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.UnknownCase;
import org.springframework.stereotype.Component;

/** Lets the caller see a case, and into it whoever may know what it is about. */
@Component
public class CaseAccess {

    private final CaseRepository cases;
    private final CurrentCaller caller;

    CaseAccess(CaseRepository cases, CurrentCaller caller) {
        this.cases = cases;
        this.caller = caller;
    }

    /**
     * The case as the caller may know it.
     *
     * @throws UnknownCase when there is none that they may see
     */
    public ClearanceCase visible(String number) {
        return cases.get(number, caller.get().reader());
    }

    /**
     * The case with everything that belongs to it.
     *
     * @throws UnknownCase when there is none that they may see
     * @throws NotAllowed when it is confidential and they do not work on it
     */
    public ClearanceCase open(String number) {
        ClearanceCase found = visible(number);
        if (found.disguised()) {
            throw new NotAllowed(
                    "Request %s is confidential: only people who work on it see more than its code name. Reviewers do once they have claimed its task."
                            .formatted(number));
        }
        return found;
    }
}
