package org.clearancedesk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.clearancedesk.register.CanonicalJson;
import org.clearancedesk.register.EventType;
import org.clearancedesk.register.Status;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody meddled, so nothing is found, whatever road the cases took. */
@RunningDesk
class UntouchedRecordTest {

    private final Floor floor;
    private final RecordAudit audit;
    private final CanonicalJson json;

    UntouchedRecordTest(Floor floor, RecordAudit audit, CanonicalJson json) {
        this.floor = floor;
        this.audit = audit;
        this.json = json;
    }

    @Test
    void givesNoFalseAlarm() {
        Roads roads = new Roads(floor);
        List<String> cases = List.of(
                roads.lived(),
                roads.revoked(),
                roads.renews(roads.standing("UNTOUCHED-1")),
                roads.renewsAfterAChange(roads.standing("UNTOUCHED-2")),
                roads.covered("UNTOUCHED-1"),
                roads.refused(),
                roads.withdrawn(),
                roads.amended(),
                roads.confidential(),
                roads.disclosed(),
                roads.waiting());
        floor.as("admin").post("/api/record/checkpoint", Map.of()).expect(201);
        roads.approvedWithConsent();
        floor.as("admin").post("/api/record/checkpoint", Map.of()).expect(201);
        roads.refused();

        Verification found = audit.verify();

        assertThat(found.broken()).isEmpty();
        assertThat(found.untold()).as("all of it is told").isZero();
        assertThat(found.unchecked()).isNull();
        assertThat(found.checked()).isGreaterThanOrEqualTo(cases.size() + 2);
        assertThat(found.checkpoints()).isGreaterThanOrEqualTo(2);
        assertThat(found.lastCheckpointAt()).isNotNull();
    }

    @Test
    void leavesAnApprovalHeldUpThatIsReleasedFromOneOfTwoHolds() {
        assertThat(StatusProjection.event("APPROVAL_RELEASED", json.read("{\"inForce\":false}", JsonNode.class)))
                .isNull();
        assertThat(StatusProjection.event("APPROVAL_RELEASED", json.read("{\"inForce\":true}", JsonNode.class)))
                .isEqualTo(Status.APPROVED);
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVAL_SUSPENDED, SUSPENDED",
        "APPROVAL_RELEASED, APPROVED",
        "APPROVAL_EXPIRED, EXPIRED",
        "APPROVAL_REVOKED, REVOKED",
        "APPROVAL_SUPERSEDED, SUPERSEDED",
        "USE_COVERED, COVERED",
        "LETTER_ISSUED, APPROVED",
        "REQUEST_WITHDRAWN, WITHDRAWN",
        "CONDITION_FULFILLED, ",
        "CONDITION_WAIVED, ",
        "SCOPE_CHANGED, ",
        "CLOSED_OUT, ",
        "CONSENT_CHANGED, ",
        "NOTICE_SENT, ",
        "CONTACT_CORRECTED, "
    })
    void knowsWhereACaseStandsAfterEachEventOfAnApprovalsLife(EventType event, Status expected) {
        assertThat(StatusProjection.event(event.name(), json.read("{}", JsonNode.class)))
                .isEqualTo(expected);
    }
}
