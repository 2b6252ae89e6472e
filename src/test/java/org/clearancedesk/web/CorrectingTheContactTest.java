package org.clearancedesk.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clearancedesk.web.Submission.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clearancedesk.audit.RecordAudit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator puts the right Netflix contact in the place of a wrong one, and the record says so. */
@RunningDesk
class CorrectingTheContactTest {

    private static final String RIGHT = "right@desk.example";

    private final Floor floor;
    private final RecordAudit audit;

    CorrectingTheContactTest(Floor floor, RecordAudit audit) {
        this.floor = floor;
        this.audit = audit;
    }

    @BeforeEach
    void people() {
        floor.person("right", RIGHT, "netflix-contacts");
    }

    @Test
    void isAnEventAndTheRequestStaysAsItWasSent() {
        String number = disclosed();

        correct("admin", number, RIGHT).expect(204);

        JsonNode shown = floor.as("requester").get("/api/requests/" + number).json();
        assertThat(shown.get("netflixContact").asText()).isEqualTo(RIGHT);
        assertThat(shown.get("request").get("netflixContact").asText()).isEqualTo("contact@desk.example");
        assertThat(shown.get("timeline").findValuesAsText("type")).contains("CONTACT_CORRECTED");
        assertThat(shown.get("timeline").findValuesAsText("summary"))
                .contains("Netflix contact corrected to right@desk.example: A slip.");
        assertThat(audit.verify(number)).isEmpty();
        floor.as("requester").get("/api/requests/" + number + "/record.pdf").expect(200);
    }

    @Test
    void letsTheRightOneSeeTheCaseAndTheWrongOneNoLonger() {
        String number = disclosed();
        floor.as("contact").get("/api/requests/" + number).expect(200);
        floor.as("right").get("/api/requests/" + number).expect(404);

        correct("admin", number, RIGHT).expect(204);

        floor.as("right").get("/api/requests/" + number).expect(200);
        floor.as("contact").get("/api/requests/" + number).expect(404);
    }

    @Test
    void tellsTheRightOneOfADisclosedUseAndTheOtherThatItIsTheirsNoMore() {
        String number = disclosed();
        long toTheRightOne = mails(number, "To: " + RIGHT);
        long toTheOther = mails(number, "To: contact@desk.example");

        correct("admin", number, RIGHT).expect(204);
        floor.settle();

        assertThat(mails(number, "To: " + RIGHT) - toTheRightOne).isEqualTo(1);
        assertThat(mails(number, "To: contact@desk.example") - toTheOther).isEqualTo(1);
    }

    @Test
    void tellsNobodyWhoIsNoContactAnyMore() {
        floor.person("passing", "passing@desk.example", "netflix-contacts");
        String number =
                floor.sent("requester", with(Submission.withLegalReview(), "netflixContact", "passing@desk.example"));
        floor.settle();
        floor.leaves("passing", "netflix-contacts");
        long toWhoHasLeft = mails(number, "To: passing@desk.example");
        long toTheRightOne = mails(number, "To: " + RIGHT);

        correct("admin", number, RIGHT).expect(204);
        floor.settle();

        assertThat(mails(number, "To: passing@desk.example")).isEqualTo(toWhoHasLeft);
        assertThat(mails(number, "To: " + RIGHT) - toTheRightOne).isEqualTo(1);
    }

    @Test
    void isForAdministratorsOnly() {
        String number = disclosed();

        for (String user : List.of("requester", "contact")) {
            correct(user, number, RIGHT).expectProblem(403);
        }
        correct("requester2", number, RIGHT).expectProblem(403);
        correct("nobody-of-that-name", number, RIGHT).expect(401);
        assertThat(contactOf(number)).isEqualTo("contact@desk.example");
    }

    @Test
    void takesNobodyWhomTheRequestCouldNotHaveNamed() {
        String number = disclosed();
        Map<String, Long> before = floor.rows();

        correct("admin", number, "requester@desk.example").expectProblemAt(422, "contact");
        correct("admin", number, "stranger@elsewhere.example").expectProblemAt(422, "contact");
        correct("admin", number, "Contact@desk.example").expectProblemAt(422, "contact");
        floor.as("admin")
                .post("/api/requests/" + number + "/contact", Map.of("contact", RIGHT))
                .expectProblemAt(422, "reason");
        correct("admin", "GC-1999-000001", RIGHT).expectProblem(404);

        assertThat(floor.rows()).isEqualTo(before);
    }

    @Test
    void isDoneOnThePageOfTheCaseByTheSameRules() {
        String number = disclosed();
        Visitor admin = floor.signedIn("admin");
        String page = admin.get("/requests/" + number).expect(200).text();
        assertThat(page)
                .contains("Correct the Netflix contact", RIGHT)
                .doesNotContain("value=\"requester@desk.example\"");
        assertThat(floor.signedIn("requester").get("/requests/" + number).text())
                .doesNotContain("Correct the Netflix contact");

        assertThat(onThePage(admin, number, "requester@desk.example")
                        .expect(200)
                        .text())
                .contains("somebody else than whoever makes the request", "A slip.");
        onThePage(floor.signedIn("contact"), number, RIGHT).expect(403);
        onThePage(admin, number, RIGHT).expect(302);

        assertThat(contactOf(number)).isEqualTo(RIGHT);
        assertThat(admin.get("/requests/" + number).text())
                .contains(RIGHT, "(sent with contact@desk.example, corrected since)");
    }

    private String disclosed() {
        String number = floor.sent("requester", Submission.lowRisk());
        floor.settle();
        return number;
    }

    private Answer correct(String user, String number, String contact) {
        return floor.as(user)
                .post("/api/requests/" + number + "/contact", Map.of("contact", contact, "reason", "A slip."));
    }

    private static Answer onThePage(Visitor person, String number, String contact) {
        return person.post(
                "/requests/" + number + "/contact",
                "application/x-www-form-urlencoded",
                "contact=%s&reason=A+slip.&_csrf=%s"
                        .formatted(URLEncoder.encode(contact, UTF_8), person.cookie("DESK-CSRF")));
    }

    private String contactOf(String number) {
        return floor.as("requester")
                .get("/api/requests/" + number)
                .json()
                .get("netflixContact")
                .asText();
    }

    private static long mails(String number, String recipient) {
        try (Stream<Path> files = Files.list(Path.of("target/mail-of-the-running-desk"))) {
            return files.map(CorrectingTheContactTest::read)
                    .filter(mail -> mail.contains(number) && mail.contains(recipient))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path mail) {
        try {
            return Files.readString(mail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
