package org.clearancedesk.web.consent;

import org.clearancedesk.consent.Consent;
import org.clearancedesk.consent.ConsentList;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.people.NotAllowed;
import org.clearancedesk.register.CaseRepository;
import org.springframework.stereotype.Component;

/** Lets talent relations at the consents, and administrators see them. */
@Component
class ConsentAccess {

    private final ConsentList consents;
    private final CaseRepository cases;
    private final CurrentCaller caller;

    ConsentAccess(ConsentList consents, CaseRepository cases, CurrentCaller caller) {
        this.consents = consents;
        this.cases = cases;
        this.caller = caller;
    }

    /** @throws NotAllowed when the caller is neither of talent relations nor an administrator */
    Caller reader() {
        Caller reader = caller.get();
        if (!reader.isIn(DeskGroup.TALENT_RELATIONS) && !reader.isIn(DeskGroup.ADMINS)) {
            throw new NotAllowed("Only talent relations and administrators see the consents.");
        }
        return reader;
    }

    /** The consent as the caller may know it. */
    Consent visible(String id) {
        return consents.get(id, reader().reader());
    }

    /** Whether the caller may take a consent that they see back, or draw narrower bounds. */
    boolean mayChange(Consent consent) {
        Caller person = caller.get();
        return person.isIn(DeskGroup.TALENT_RELATIONS)
                && !consent.disguised()
                && consent.state().canChange()
                && !isTheirs(consent, person);
    }

    /**
     * The consent, for somebody who is about to change it.
     *
     * @throws NotAllowed when that is not for the caller to do
     */
    Consent open(String id) {
        Consent consent = visible(id);
        Caller person = caller.get();
        if (!person.isIn(DeskGroup.TALENT_RELATIONS)) {
            throw new NotAllowed("Only talent relations changes a consent.");
        }
        if (consent.disguised()) {
            throw new NotAllowed("Request %s is confidential: only people who work on it change its consents."
                    .formatted(consent.caseNumber()));
        }
        if (isTheirs(consent, person)) {
            throw new NotAllowed(
                    "You made this request, so somebody else of talent relations has to change its consent.");
        }
        return consent;
    }

    private boolean isTheirs(Consent consent, Caller person) {
        return cases.get(consent.caseNumber()).requester().equals(person.user());
    }
}
