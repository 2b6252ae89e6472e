package org.clearancedesk.web.consent;

import java.util.HashMap;
import java.util.Map;
import org.clearancedesk.consent.Affected;
import org.clearancedesk.consent.AgreementRepository;
import org.clearancedesk.consent.StrikeEffects;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.Fields;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.people.NotAllowed;
import org.clearancedesk.review.Agreement;
import org.clearancedesk.web.NotFound;
import org.springframework.stereotype.Component;

/** Lets talent relations and administrators note that a strike is called or over. */
@Component
class StrikeNotes {

    private static final int LONGEST_REASON = 1000;

    private final AgreementRepository agreements;
    private final StrikeEffects uses;
    private final CurrentCaller caller;

    StrikeNotes(AgreementRepository agreements, StrikeEffects uses, CurrentCaller caller) {
        this.agreements = agreements;
        this.uses = uses;
        this.caller = caller;
    }

    boolean mayNote() {
        Caller person = caller.get();
        return person.isIn(DeskGroup.TALENT_RELATIONS) || person.isIn(DeskGroup.ADMINS);
    }

    /**
     * Notes whether a strike is called, and why.
     *
     * @throws NotAllowed when that is not for the caller to do
     * @throws BadInput when one of the two is missing
     */
    void note(String agreement, Map<String, ?> given) {
        if (!mayNote()) {
            throw new NotAllowed("Only talent relations and administrators note strikes.");
        }
        Fields fields = new Fields("", given);
        boolean called = fields.flag("called");
        String reason = fields.text("reason", LONGEST_REASON);
        fields.complete();
        Agreement known = agreements
                .find(agreement)
                .orElseThrow(() -> new NotFound("The desk knows no such agreement. Please look for it in the list."));
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
