package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clearancedesk.consent.AgreementRepository;
import org.clearancedesk.intake.Performer.Role;
import org.clearancedesk.review.Agreement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningDesk
class AgreementsTest {

    private final Floor floor;
    private final AgreementRepository agreements;
    private final JdbcClient jdbc;
    private final Consented consented;

    AgreementsTest(Floor floor, AgreementRepository agreements, JdbcClient jdbc) {
        this.floor = floor;
        this.agreements = agreements;
        this.jdbc = jdbc;
        this.consented = new Consented(floor);
    }

    @Test
    void areThoseThatTheGuidelinesNameEachWithItsSource() {
        assertThat(agreements.all(null))
                .extracting(Agreement::id)
                .contains(
                        "sag-aftra-tv-theatrical-2023",
                        "sag-aftra-tv-theatrical-2026",
                        "sag-aftra-interactive-2025",
                        "sag-aftra-commercials-2025",
                        "sag-aftra-tv-animation-2024",
                        "actra-ipa-2025",
                        "equity-uk",
                        "bffs-netflix-2025",
                        "afm-2024",
                        "wga-2026",
                        "dga-2026",
                        "iatse-2024")
                .endsWith("none");
        assertThat(agreements.all(null))
                .filteredOn(each -> !each.id().startsWith("row-"))
                .allSatisfy(each -> {
                    assertThat(each.note()).startsWith("[").endsWith(".");
                    assertThat(each.strike()).isNull();
                });
        assertThat(agreements.find("actra-ipa-2025").orElseThrow().unionNotice())
                .contains(Role.PRINCIPAL);
    }

    @Test
    void sayWhichOfTheirDatesNoSourceBearsOut() {
        JsonNode found = floor.as("talent").get("/api/agreements").expect(200).json();
        List<String> verified = new ArrayList<>();
        for (JsonNode each : found) {
            String id = each.get("id").asText();
            boolean doubtfulEnd = !each.get("validUntil").isNull()
                    && !each.get("untilVerified").asBoolean();
            if (each.get("fromVerified").asBoolean() && !doubtfulEnd) {
                verified.add(id);
            } else if (!id.startsWith("row-")) {
                assertThat(each.get("note").asText()).as(id).containsIgnoringCase("not verified");
            }
        }

        assertThat(verified)
                .containsExactlyInAnyOrder(
                        "sag-aftra-tv-theatrical-2026", "sag-aftra-commercials-2025", "bffs-netflix-2025", "none");
        assertThat(floor.signedIn("talent").get("/agreements").expect(200).text())
                .contains("<strong> (not verified)</strong>");
        assertThat(agreements.find("sag-aftra-tv-theatrical-2023").orElseThrow().untilVerified())
                .isTrue();
        assertThat(agreements.find("wga-2023").orElseThrow().untilVerified()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-30, sag-aftra-tv-theatrical-2023, sag-aftra-tv-theatrical-2026",
        "2026-07-01, sag-aftra-tv-theatrical-2026, sag-aftra-tv-theatrical-2023"
    })
    void areOfferedForTheDayOnWhichTheUseBegins(String day, String offered, String notOffered) {
        JsonNode found =
                floor.as("talent").get("/api/agreements?on=" + day).expect(200).json();

        assertThat(found.findValuesAsText("id")).contains(offered, "none").doesNotContain(notOffered);
    }

    @Test
    void areNotOfferedForADayThatIsNone() {
        floor.as("talent").get("/api/agreements?on=tomorrow").expectProblemAt(400, "on");
    }

    @Test
    void areRowsSoANewOneNeedsNoCode() {
        jdbc.sql("insert into clearance_agreement (id, name, version, valid_from, notice_hours, separate_signature,"
                        + " representative, compensation, languages, term, minors, note) values"
                        + " ('row-only', 'Guild of Puppeteers', '2026', date '2020-01-01', 240, true, 'DECEASED,MINOR',"
                        + " false, false, false, 'BARRED', '[union] A row.')")
                .update();
        Map<String, Object> terms = Consented.terms("ROW-1");
        terms.put("agreement", "Guild of Puppeteers");
        terms.put("agreementVersion", "2026");
        terms.remove("term");
        terms.remove("compensation");
        terms.put("languages", List.of());

        assertThat(consented.stateOf(consented.confirmed(Consented.request("Pia", "ROW-1"), terms)))
                .as("ten days of notice are given")
                .isEqualTo("GIVEN");
        terms.put("noticeGivenAt", terms.get("signedOn") + "T09:01");
        assertThatThrownBy(() -> consented.confirmed(Consented.request("Pia", "ROW-1"), terms))
                .hasMessageContaining("at least 240 hours");
        jdbc.sql("delete from clearance_agreement where id = 'row-only'").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"talent", "admin"})
    void areMarkedWithAStrikeThatBlocksUntilItIsOver(String user) {
        String number = consented.confirmed("Stella " + user, "STRIKE-1");
        String place = "/api/agreements/none/strike";

        floor.as(user)
                .post(place, Map.of("called", true, "reason", "The union’s page, today."))
                .expect(204);

        Agreement.Strike noted = agreements.find("none").orElseThrow().strike();
        assertThat(noted).isNotNull();
        assertThat(noted.by()).isEqualTo(user);
        assertThat(noted.reason()).isEqualTo("The union’s page, today.");
        assertThat(floor.signedIn("talent").get("/agreements").text()).contains("Strike noted by " + user);
        assertThatThrownBy(() ->
                        floor.completes("approver", number, "approveInWriting", Map.of("approvalOutcome", "APPROVED")))
                .hasMessageContaining("Consent of Stella " + user)
                .hasMessageContaining("There is a strike under");
        floor.as(user).post(place, Map.of("called", true, "reason", "Again.")).expectProblemAt(422, "called");
        floor.as(user)
                .post(place, Map.of("called", false, "reason", "An agreement."))
                .expect(204);
        floor.as(user).post(place, Map.of("called", false, "reason", "Again.")).expectProblemAt(422, "called");
        floor.completes("approver", number, "approveInWriting", Map.of("approvalOutcome", "APPROVED"));
        assertThat(consented.statusOf(number)).isEqualTo("APPROVED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"requester", "contact", "legal", "approver"})
    void areMarkedByNobodyElse(String user) {
        floor.as(user)
                .post("/api/agreements/none/strike", Map.of("called", true, "reason", "No."))
                .expectProblem(403);
        floor.signedIn(user).get("/agreements").expect(403);

        assertThat(agreements.find("none").orElseThrow().strike()).isNull();
    }

    @Test
    void areMarkedWithAReasonAndOnlyWhenTheyExist() {
        Visitor talent = floor.as("talent");

        talent.post("/api/agreements/none/strike", Map.of("called", true)).expectProblemAt(422, "reason");
        talent.post("/api/agreements/none/strike", Map.of("called", "yes", "reason", "x"))
                .expectProblemAt(422, "called");
        talent.post("/api/agreements/nothing/strike", Map.of("called", true, "reason", "x"))
                .expectProblem(404);
    }
}
