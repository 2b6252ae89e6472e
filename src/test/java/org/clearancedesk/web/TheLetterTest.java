package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningDesk
class TheLetterTest {

    private final Floor floor;
    private final JdbcClient jdbc;

    TheLetterTest(Floor floor, JdbcClient jdbc) {
        this.floor = floor;
        this.jdbc = jdbc;
    }

    private JsonNode letterOf(String number) {
        return floor.as("requester").get("/api/requests/" + number).json().get("letter");
    }

    @Test
    void isAPdfThatNamesTheRequestAndHasTheDigestOnRecord() throws Exception {
        String number = floor.approved(Map.of("approvalOutcome", "APPROVED"));

        Answer pdf =
                floor.as("requester").get("/api/requests/" + number + "/letter").expect(200);

        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.header("Content-Disposition"))
                .contains(letterOf(number).get("number").asText() + ".pdf");
        assertThat(pdf.header("X-Content-Type-Options")).isEqualTo("nosniff");
        try (PDDocument letter = Loader.loadPDF(pdf.bytes())) {
            assertThat(new PDFTextStripper().getText(letter)).contains(number);
        }
        assertThat(sha256(pdf.bytes())).isEqualTo(letterOf(number).get("digest").asText());
    }

    @Test
    void isNotThereBeforeItIsIssued() {
        String number = floor.sent("requester", Submission.withLegalReview());

        Answer answer =
                floor.as("requester").get("/api/requests/" + number + "/letter").expectProblem(404);

        assertThat(answer.json().get("detail").asText()).contains("no written approval");
    }

    @Test
    void provesToAnybodyThatItHoldsAndTellsNothingOfTheCase() {
        String number = floor.approved(Map.of("approvalOutcome", "APPROVED"));
        JsonNode letter = letterOf(number);

        Answer page =
                floor.nobody().get("/verify/" + letter.get("number").asText()).expect(200);

        assertThat(page.text())
                .contains("holds today")
                .contains(letter.get("digest").asText());
        assertThat(page.text())
                .doesNotContain(number)
                .doesNotContain("Kitchen", "kitchen", "requester", "legal", "approver", "Image generator", "contact");
    }

    @Test
    void expiresAfterItsLastDay() {
        String number = floor.approved(Map.of("approvalOutcome", "APPROVED"));
        String letter = letterOf(number).get("number").asText();
        jdbc.sql("update clearance_letter set valid_until = current_date - 2 where number = ?")
                .param(letter)
                .update();

        String page = floor.nobody().get("/verify/" + letter).expect(200).text();
        jdbc.sql("update clearance_letter set valid_until = null where number = ?")
                .param(letter)
                .update();

        assertThat(page).contains("expired").doesNotContain("holds today");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GL-1999-000001", "nonsense", "%3Cscript%3Ealert(1)%3C%2Fscript", "GC-2026-000001"})
    void isUnknownUnderAnyOtherNumber(String number) {
        Answer page = floor.nobody().get("/verify/" + number);

        assertThat(page.status()).isIn(200, 400, 404);
        assertThat(page.text())
                .doesNotContain("<script>")
                .doesNotContain("holds today")
                .doesNotContain("digest\">");
        if (page.status() == 200) {
            assertThat(page.text()).contains("issued no letter under this number");
        }
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void isForThoseWhoSeeTheCase() {
        String number = floor.approved(Map.of("approvalOutcome", "APPROVED"));

        floor.as("requester2").get("/api/requests/" + number + "/letter").expectProblem(404);
        assertThat(new String(
                        floor.as("contact")
                                .get("/api/requests/" + number + "/letter")
                                .expect(200)
                                .bytes(),
                        0,
                        4,
                        StandardCharsets.US_ASCII))
                .isEqualTo("%PDF");
    }
}
