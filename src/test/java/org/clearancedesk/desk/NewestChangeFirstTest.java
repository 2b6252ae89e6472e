package org.clearancedesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.clearancedesk.audit.RecordAudit;
import org.clearancedesk.register.Cases;
import org.clearancedesk.register.Register;
import org.junit.jupiter.api.Test;

/** A list begins with what somebody changed last, not with whom a mail went out to. */
@RunningDesk
class NewestChangeFirstTest {

    private final Floor floor;
    private final Cases cases;
    private final Register register;
    private final RecordAudit audit;

    NewestChangeFirstTest(Floor floor, Cases cases, Register register, RecordAudit audit) {
        this.floor = floor;
        this.cases = cases;
        this.register = register;
        this.audit = audit;
    }

    @Test
    void aMailMovesNoCaseAndAPersonDoes() {
        String number = floor.sent("requester", Submission.withLegalReview());
        floor.settle();
        var before = cases.get(number).changedAt();

        register.told(number, "REMINDER");

        assertThat(cases.get(number).changedAt()).isEqualTo(before);
        floor.as("requester")
                .post("/api/requests/" + number + "/withdrawal", Map.of("reason", "Cut."))
                .expect(204);
        assertThat(cases.get(number).changedAt()).isAfter(before);
        assertThat(audit.verify(number)).isEmpty();
    }
}
