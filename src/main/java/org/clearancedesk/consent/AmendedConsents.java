package org.clearancedesk.consent;

import java.time.Instant;
import java.util.Map;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.register.CaseEvents;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a change of a request does to the consents that it had. */
@Component
@Transactional
public class AmendedConsents {

    private final ConsentRepository consents;
    private final CaseEvents caseEvents;

    AmendedConsents(ConsentRepository consents, CaseEvents caseEvents) {
        this.consents = consents;
        this.caseEvents = caseEvents;
    }

    /** Notes whom a request no longer names after a change; nobody has their consent to it any more. */
    public void leftOut(String caseNumber, ClearanceRequest changed, String by) {
        consents.ofCase(caseNumber).stream()
                .filter(consent ->
                        consent.state() != ConsentState.NO_LONGER_NAMED && !changed.names(consent.performer()))
                .forEach(consent -> {
                    Instant now = consents.now();
                    caseEvents.consentChanged(
                            caseNumber,
                            by,
                            Map.of(
                                    "performer",
                                    consent.performer(),
                                    "state",
                                    ConsentState.NO_LONGER_NAMED,
                                    "since",
                                    now));
                    consents.leave(consent.id(), by, now);
                });
    }
}
