package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.clearancedesk.audit.RecordAudit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a strike does to uses that are approved already. */
@RunningDesk
class AStrikeIsCalledTest {

    private static final String SUSPENDS = "sag-aftra-interactive-2025";
    private static final String GOES_ON = "none";

    private final Floor floor;
    private final RecordAudit audit;
    private final Consented consented;
    private final Set<String> called = new LinkedHashSet<>();

    AStrikeIsCalledTest(Floor floor, RecordAudit audit) {
        this.floor = floor;
        this.audit = audit;
        this.consented = new Consented(floor);
    }

    private void strike(String agreement) {
        floor.as("talent")
                .post(
                        "/api/agreements/" + agreement + "/strike",
                        Map.of("called", true, "reason", "The union’s page, today."))
                .expect(204);
        called.add(agreement);
        floor.settle();
    }

    @AfterEach
    void theyAreOver() {
        called.forEach(agreement -> over(agreement).expect(204));
    }

    private Answer over(String agreement) {
        return floor.as("talent")
                .post("/api/agreements/" + agreement + "/strike", Map.of("called", false, "reason", "An agreement."));
    }

    private Map<String, Object> underInteractive(String production) {
        Map<String, Object> terms = Consented.terms(production);
        terms.put("agreement", "SAG-AFTRA Interactive");
        terms.put("agreementVersion", "2025");
        return terms;
    }

    private String timeline(String number) {
        return floor.as("admin").get("/api/requests/" + number).expect(200).text();
    }

    @Test
    void suspendsWhatNeedsConsentWhereTheAgreementSaysSoAndNothingElse() {
        String struck = consented.approved(Consented.request("Rosa", "PICKET-1"), underInteractive("PICKET-1"), null);
        String ofAnother = consented.approved("Rosa", "PICKET-2");
        String underWay = consented.confirmed(Consented.request("Rosa", "PICKET-3"), underInteractive("PICKET-3"));

        strike(SUSPENDS);

        assertThat(consented.statusOf(struck)).isEqualTo("SUSPENDED");
        JsonNode hold = floor.as("talent")
                .get("/api/requests/" + struck)
                .json()
                .get("approval")
                .get("holds")
                .get(0);
        assertThat(hold.get("cause").asText()).isEqualTo("STRIKE");
        assertThat(hold.get("about").asText()).isEqualTo("SAG-AFTRA Interactive, 2025");
        assertThat(timeline(struck))
                .contains("A strike is called under “SAG-AFTRA Interactive, 2025”: The union’s page, today.")
                .contains("Mail sent: suspended")
                .doesNotContain("Mail sent: strike called");
        assertThat(consented.statusOf(ofAnother)).isEqualTo("APPROVED");
        assertThat(timeline(ofAnother)).doesNotContain("strike");
        assertThat(consented.statusOf(underWay)).isEqualTo("AWAITING_APPROVAL");
        assertThat(timeline(underWay)).doesNotContain("strike");
        assertThat(floor.signedIn("talent").get("/agreements").expect(200).text())
                .contains(struck)
                .doesNotContain(ofAnother, underWay);
        assertThat(audit.verify(struck)).isEmpty();
    }

    @Test
    void leavesItToLegalToReleaseWhatItSuspended() {
        String struck = consented.approved(Consented.request("Rita", "PICKET-4"), underInteractive("PICKET-4"), null);
        strike(SUSPENDS);

        over(SUSPENDS).expect(204);
        called.clear();
        floor.settle();

        assertThat(consented.statusOf(struck)).isEqualTo("SUSPENDED");
        floor.completes(
                "legal",
                struck,
                "decideOnHold",
                Map.of("holdOutcome", "RELEASED", "holdReason", "The strike is over."));
        assertThat(consented.statusOf(struck)).isEqualTo("APPROVED");
        assertThat(audit.verify(struck)).isEmpty();
    }

    @Test
    void isToldToTalentRelationsOfEachOtherApprovalUnderIt() {
        String goesOn = consented.approved("Remo", "PICKET-5");

        strike(GOES_ON);

        assertThat(consented.statusOf(goesOn)).isEqualTo("APPROVED");
        assertThat(timeline(goesOn)).contains("Mail sent: strike called").doesNotContain("SUSPENDED");
        assertThat(floor.signedIn("talent").get("/agreements").expect(200).text())
                .contains(goesOn, "go on; please look at each");
    }

    @Test
    void suspendsNothingForAUseThatIsExemptFromConsentAndTellsOfIt() {
        Map<String, Object> terms = underInteractive("PICKET-6");
        terms.put("exception", "UNRECOGNISABLE");
        terms.put("exceptionReason", "Nobody can tell who it is.");
        Map<String, Object> request = Consented.request("Rolf", "PICKET-6");
        String exempt = consented.approved(request, terms, null);

        strike(SUSPENDS);

        assertThat(consented.statusOf(exempt)).isEqualTo("APPROVED");
        assertThat(timeline(exempt)).contains("Mail sent: strike called");
    }

    @Test
    void suspendsOncePerAgreementHoweverOftenItIsCalled() {
        String struck = consented.approved(Consented.request("Rena", "PICKET-7"), underInteractive("PICKET-7"), null);
        strike(SUSPENDS);
        over(SUSPENDS).expect(204);
        strike(SUSPENDS);

        assertThat(floor.as("talent")
                        .get("/api/requests/" + struck)
                        .json()
                        .get("approval")
                        .get("holds"))
                .hasSize(1);
    }
}
