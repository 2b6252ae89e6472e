package org.clearancedesk.desk;

import java.util.HashMap;
import java.util.Map;
import org.clearancedesk.access.Caller;
import org.clearancedesk.access.CurrentCaller;
import org.clearancedesk.access.DeskGroup;
import org.clearancedesk.access.NotAllowed;
import org.clearancedesk.consent.Affected;
import org.clearancedesk.consent.AgreementBook;
import org.clearancedesk.consent.StruckUses;
import org.clearancedesk.review.Agreement;
import org.springframework.stereotype.Component;

/** Lets talent relations and administrators note that a strike is called or over. */
@Component
class Strikes {

    static final int LONGEST_REASON = 1000;

    private final AgreementBook agreements;
    private final StruckUses uses;
    private final CurrentCaller caller;

    Strikes(AgreementBook agreements, StruckUses uses, CurrentCaller caller) {
        this.agreements = agreements;
        this.uses = uses;
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
        Agreement known = agreements
                .find(agreement)
                .orElseThrow(() -> new NotThere("The desk knows no such agreement. Please look for it in the list."));
        if (called) {
            uses.call(known, reason, caller.get().user());
        } else {
            agreements.strike(agreement, false, reason, caller.get().user());
        }
    }

    /** By the id of each agreement under which there is a strike: the approvals whose consents stand under it. */
    Map<String, Affected> concerned() {
        Map<String, Affected> concerned = new HashMap<>();
        agreements.all(null).stream()
                .filter(agreement -> agreement.strike() != null)
                .forEach(agreement -> concerned.put(
                        agreement.id(), uses.under(agreement, caller.get().reader())));
        return concerned;
    }
}
