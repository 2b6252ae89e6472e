package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.clearancedesk.audit.RecordAudit;
import org.clearancedesk.register.CaseEvents;
import org.clearancedesk.register.CaseRepository;
import org.junit.jupiter.api.Test;

/** A list begins with what somebody changed last, not with whom a mail went out to. */
@RunningDesk
class NewestChangeFirstTest {

    private final Floor floor;
    private final CaseRepository cases;
    private final CaseEvents caseEvents;
    private final RecordAudit audit;

    NewestChangeFirstTest(Floor floor, CaseRepository cases, CaseEvents caseEvents, RecordAudit audit) {
        this.floor = floor;
        this.cases = cases;
        this.caseEvents = caseEvents;
        this.audit = audit;
    }

    @Test
    void aMailMovesNoCaseAndAPersonDoes() {
        String number = floor.sent("requester", Submission.withLegalReview());
        floor.settle();
        var before = cases.get(number).changedAt();

        caseEvents.told(number, "REMINDER");

        assertThat(cases.get(number).changedAt()).isEqualTo(before);
        floor.as("requester")
                .post("/api/requests/" + number + "/withdrawal", Map.of("reason", "Cut."))
                .expect(204);
        assertThat(cases.get(number).changedAt()).isAfter(before);
        assertThat(audit.verify(number)).isEmpty();
    }
}
