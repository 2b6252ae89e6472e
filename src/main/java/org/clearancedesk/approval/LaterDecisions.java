package org.clearancedesk.approval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearancedesk.register.CanonicalJson;
import org.clearancedesk.register.CaseEvent;
import org.clearancedesk.register.EventType;
import org.clearancedesk.review.ApprovalDecision;
import org.clearancedesk.review.LegalReview;
import org.clearancedesk.review.Opinion;
import org.springframework.stereotype.Component;

/** Who had a hand in a case after it was approved, and as whom: on a suspension as legal, on a condition as an approver. */
@Component
public class LaterDecisions {

    private final CanonicalJson json;

    LaterDecisions(CanonicalJson json) {
        this.json = json;
    }

    /** By the user names of those who decided, as the events of a case tell it. */
    public Map<String, Class<? extends Opinion>> in(List<CaseEvent> events) {
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
