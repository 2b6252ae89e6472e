package org.clearancedesk.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.audit.Roads;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.junit.jupiter.api.Test;

/** What is said or taken once cannot be said or given back a second time. */
@RunningDesk
class DoneOnceTest {

    private final Floor floor;
    private final Approvals approvals;
    private final StandingRepository standings;
    private final CaseRepository cases;

    DoneOnceTest(Floor floor, Approvals approvals, StandingRepository standings, CaseRepository cases) {
        this.floor = floor;
        this.approvals = approvals;
        this.standings = standings;
        this.cases = cases;
    }

    @Test
    void aUseIsClosedOutOnce() {
        String number = floor.approved(Map.of("approvalOutcome", "APPROVED"));
        floor.completes("requester", number, "closeOutUse", Map.of("closeOut", Map.of("used", false)));
        int events = cases.events(number).size();

        assertThatThrownBy(() -> approvals.closeOut(number, "requester", null))
                .isInstanceOf(BadInput.class)
                .hasMessage("The use of %s is closed out already; what was said then stays.".formatted(number));

        assertThat(cases.events(number)).hasSize(events);
        assertThat(approvals.isClosedOut(number)).isTrue();
    }

    @Test
    void aUseOfAStandingApprovalIsGivenBackOnceAndOnlyByTheCaseThatTookIt() {
        Roads roads = new Roads(floor);
        String standing = roads.standing("ONCE-1");
        String other = roads.waiting();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertThat(standings.take(standing, other, today)).isTrue();

        standings.giveBack(standing, standing);
        assertThat(standings.find(standing).orElseThrow().uses()).isEqualTo(1);
        standings.giveBack(standing, other);
        standings.giveBack(standing, other);

        assertThat(standings.find(standing).orElseThrow().uses()).isZero();
        assertThat(standings.coveredBy(other)).isEmpty();
    }
}
