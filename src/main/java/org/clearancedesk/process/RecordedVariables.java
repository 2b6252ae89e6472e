package org.clearancedesk.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.ReviewKind;
import org.clearancedesk.intake.Triage;
import org.clearancedesk.register.CanonicalJson;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.ClearanceCase;
import org.springframework.stereotype.Component;

/**
 * Compares what the desk itself put into a process with the record. Texts are compared as they were stored: a request that
 * was sent before there was some field is still the same request.
 */
@Component
class RecordedVariables {

    private final CaseRepository cases;
    private final CanonicalJson json;

    RecordedVariables(CaseRepository cases, CanonicalJson json) {
        this.cases = cases;
        this.json = json;
    }

    /**
     * A task's answers are its own; the request and its triage are not for changing on the way.
     *
     * @throws BadInput when one of them is not as it was recorded
     */
    void requireIn(CaseFile file, ClearanceCase onRecord) {
        if (!isRequest(file, onRecord) || !isTriage(file) || !isRoad(file, onRecord)) {
            throw new BadInput(
                    "", "The request is no longer as it was recorded and triaged. It cannot be changed in this step.");
        }
    }

    private static boolean isRequest(CaseFile file, ClearanceCase onRecord) {
        return file.digestOf(CaseVariable.REQUEST).equals(onRecord.requestDigest());
    }

    private boolean isTriage(CaseFile file) {
        JsonNode triage = cases.triageAsWritten(file.number());
        return file.holds(CaseVariable.TIER, triage.path("tier").asText())
                && file.holds(
                        CaseVariable.GUIDELINE_VERSION,
                        triage.path("guidelineVersion").asText())
                && file.digestOf(CaseVariable.REVIEWS).equals(json.digestOf(triage.path("reviews")))
                && file.digestOf(CaseVariable.FINDINGS).equals(json.digestOf(triage.path("findings")));
    }

    /** Whether what the gateways go by follows from request and triage. */
    private boolean isRoad(CaseFile file, ClearanceCase onRecord) {
        Triage triage = cases.triage(onRecord.number()).orElseThrow();
        int performers = cases.request(onRecord.number()).performers().size();
        return Map.of(
                        CaseVariable.REQUESTER, onRecord.requester(),
                        CaseVariable.REQUEST_NUMBER, onRecord.number(),
                        CaseVariable.LEGAL_NEEDED, triage.asksFor(ReviewKind.LEGAL),
                        CaseVariable.CONSENT_NEEDED, triage.asksFor(ReviewKind.UNION_CONSENT),
                        CaseVariable.CONSENTS_NEEDED, performers)
                .entrySet()
                .stream()
                .allMatch(own -> file.holds(own.getKey(), own.getValue()));
    }
}
