package org.clearancedesk.desk;

import org.clearancedesk.access.Caller;
import org.clearancedesk.access.CurrentCaller;
import org.clearancedesk.access.DeskGroup;
import org.clearancedesk.access.NotAllowed;
import org.clearancedesk.consent.AgreementBook;
import org.springframework.stereotype.Component;

/** Lets talent relations and administrators note that a strike is called or over. */
@Component
class Strikes {

    static final int LONGEST_REASON = 1000;

    private final AgreementBook agreements;
    private final CurrentCaller caller;

    Strikes(AgreementBook agreements, CurrentCaller caller) {
        this.agreements = agreements;
        this.caller = caller;
    }

    boolean mayNote() {
        Caller person = caller.get();
        return person.isIn(DeskGroup.TALENT_RELATIONS) || person.isIn(DeskGroup.ADMINS);
    }

    void requireMayNote() {
        if (!mayNote()) {
            throw new NotAllowed("Only talent relations and administrators note strikes.");
        }
    }

    void note(String agreement, boolean called, String reason) {
        requireMayNote();
        if (agreements.find(agreement).isEmpty()) {
            throw new NotThere("The desk knows no such agreement. Please look for it in the list.");
        }
        agreements.strike(agreement, called, reason, caller.get().user());
    }
}
