package org.clearancedesk.approval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearancedesk.register.CanonicalJson;
import org.clearancedesk.register.CaseEvent;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.EventType;
import org.clearancedesk.register.RoundOpinion;
import org.clearancedesk.review.ApprovalDecision;
import org.clearancedesk.review.LegalReview;
import org.clearancedesk.review.Opinion;
import org.clearancedesk.review.SeparationOfDuties;
import org.springframework.stereotype.Component;

/** Who had which hand in a case, until it was approved and afterwards. */
@Component
public class CaseDuties {

    private final CaseRepository cases;
    private final CanonicalJson json;

    CaseDuties(CaseRepository cases, CanonicalJson json) {
        this.cases = cases;
        this.json = json;
    }

    /** As the events of the case tell it. */
    public SeparationOfDuties of(String requester, List<CaseEvent> events) {
        return new SeparationOfDuties(
                requester,
                cases.opinions(events).stream().map(RoundOpinion::given).toList(),
                decidedLater(events));
    }

    /** Whoever decided on a suspension did so as legal, and whoever waived a condition as an approver. */
    private Map<String, Class<? extends Opinion>> decidedLater(List<CaseEvent> events) {
        Map<String, Class<? extends Opinion>> hands = new HashMap<>();
        for (CaseEvent event : events) {
            if (event.type() == EventType.CONDITION_WAIVED) {
                hands.put(event.actor(), ApprovalDecision.class);
            } else if (event.type() == EventType.APPROVAL_RELEASED
                    && Boolean.TRUE.equals(json.read(event.payload(), Map.class).get("decided"))) {
                hands.put(event.actor(), LegalReview.class);
            }
        }
        return hands;
    }
}
