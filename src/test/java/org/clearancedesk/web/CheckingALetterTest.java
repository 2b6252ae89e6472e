package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By somebody without an account who has a number, and perhaps a file. */
@RunningDesk
class CheckingALetterTest {

    private final Floor floor;
    private final JdbcClient jdbc;
    private String number;
    private String letter;
    private byte[] pdf;

    CheckingALetterTest(Floor floor, JdbcClient jdbc) {
        this.floor = floor;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void issue() {
        number = floor.approved(Map.of("approvalOutcome", "APPROVED"));
        letter = floor.letterOf(number);
        pdf = floor.as("requester")
                .get("/api/requests/" + number + "/letter")
                .expect(200)
                .bytes();
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVED,   0, valid,      holds today",
        "APPROVED,  -1, expired,    no longer holds",
        "EXPIRED,    9, expired,    no longer holds",
        "SUSPENDED,  9, suspended,  must not be used",
        "SUSPENDED, -1, expired,    no longer holds",
        "REVOKED,    9, revoked,    was revoked",
        "REVOKED,   -1, revoked,    was revoked",
        "SUPERSEDED, 9, superseded, took its place"
    })
    void saysWhatHasBecomeOfIt(String status, int days, String state, String sentence) {
        jdbc.sql("update clearance_case set status = ? where number = ?")
                .params(status, number)
                .update();
        jdbc.sql("update clearance_letter set valid_until = dateadd(day, ?, current_date) where number = ?")
                .params(days, letter)
                .update();

        Answer page = floor.nobody().get("/verify/" + letter).expect(200);
        JsonNode json = floor.nobody()
                .with("Accept", "application/json")
                .get("/verify/" + letter)
                .expect(200)
                .json();

        assertThat(page.text()).contains(">" + state + "<", sentence);
        assertThat(page.text().contains("holds today")).isEqualTo(state.equals("valid"));
        assertThat(json.get("state").asText()).isEqualToIgnoringCase(state);
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("letter", "state", "issuedOn", "validUntil", "digest");
    }

    @Test
    void isReachedByTheShortLinkOfTheCode() {
        assertThat(floor.nobody().get("/v/" + letter).expect(302).header("Location"))
                .endsWith("/verify/" + letter);
        assertThat(floor.nobody().get("/v/nonsense").expect(404).text()).contains("looks like GL-2026-7K3M-9QWT");
        assertThat(floor.nobody().get("/v/%2F%2Fevil.example").status()).isIn(200, 400, 404);
    }

    @Test
    void findsTheVeryFileGenuine() {
        Answer page = checks(letter, pdf);

        assertThat(page.text())
                .contains("exactly the letter that was issued, and its signature holds")
                .doesNotContain(number);
        assertThat(verdict(letter, pdf)).isEqualTo("GENUINE");
        jdbc.sql("update clearance_case set status = 'REVOKED' where number = ?")
                .param(number)
                .update();
        assertThat(checks(letter, pdf).text()).contains("But it does not hold: it is revoked.");
    }

    @Test
    void findsNoOtherFileGenuine() {
        String otherNumber = floor.approved(Map.of("approvalOutcome", "APPROVED"));
        byte[] other = floor.as("requester")
                .get("/api/requests/" + otherNumber + "/letter")
                .expect(200)
                .bytes();
        byte[] changed = pdf.clone();
        changed[pdf.length / 2] ^= 1;
        byte[] longer = Arrays.copyOf(pdf, pdf.length + 1);
        byte[] cut = Arrays.copyOf(pdf, pdf.length - 1);

        assertThat(verdict(letter, changed)).isEqualTo("DIFFERENT");
        assertThat(verdict(letter, cut)).isEqualTo("DIFFERENT");
        assertThat(verdict(letter, longer)).isEqualTo("ADDED_TO");
        assertThat(verdict(letter, other)).isEqualTo("ANOTHER_LETTER");
        assertThat(verdict("GL-1999-000001", pdf)).isEqualTo("NO_SUCH_LETTER");
        assertThat(checks(letter, changed).text())
                .contains("at least one byte differs")
                .doesNotContain("signature holds");
    }

    @Test
    void survivesWhateverIsHeldForALetter() {
        byte[] huge = Arrays.copyOf("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 11_000_000);
        byte[] encrypted = "%PDF-1.7\n1 0 obj<</Encrypt 1 0 R>>endobj\ntrailer<</Encrypt 1 0 R/Root 1 0 R>>\n%%EOF"
                .getBytes(StandardCharsets.US_ASCII);

        assertThat(verdict(letter, "<html>".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("NO_PDF");
        assertThat(verdict(letter, new byte[0])).isEqualTo("NOTHING");
        assertThat(verdict(letter, huge)).isEqualTo("TOO_LARGE");
        assertThat(verdict(letter, encrypted)).isEqualTo("DIFFERENT");
        assertThat(checks("%3Cscript%3E", pdf).status()).isIn(200, 400, 404);
        assertThat(floor.nobody()
                        .upload("/verify/" + letter, "other", "a.pdf", pdf)
                        .expect(200)
                        .text())
                .contains("No file was chosen");
        byte[] beyondTheForm = new byte[27_000_000];
        assertThat(floor.nobody()
                        .upload("/verify/" + letter, "a.pdf", beyondTheForm)
                        .expect(413)
                        .text())
                .contains("larger than any letter");
        assertThat(floor.nobody()
                        .post("/verify/" + letter, "application/x-www-form-urlencoded", "a=b")
                        .status())
                .isBetween(400, 499);
        assertThat(floor.nobody()
                        .post("/verify/" + letter, "multipart/form-data; boundary=x", "--x\r\nbroken")
                        .status())
                .isLessThan(500);
    }

    @Test
    void isNotFooledByADigestThatSomebodyPutOnRecord() throws Exception {
        byte[] forged = pdf.clone();
        forged[pdf.length / 2] ^= 1;
        jdbc.sql("update clearance_letter set digest = ? where number = ?")
                .params(
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(forged)),
                        letter)
                .update();

        assertThat(verdict(letter, forged)).isEqualTo("SIGNATURE_DOES_NOT_HOLD");
    }

    @Test
    void leavesNothingBehindAndNeedsNoSession() {
        Map<String, Long> before = floor.rows();

        Answer page = checks(letter, pdf);

        assertThat(page.response().headers().allValues("Set-Cookie")).isEmpty();
        assertThat(floor.rows()).isEqualTo(before);
        floor.nobody()
                .with("Origin", "https://evil.example")
                .upload("/verify/" + letter, "a.pdf", pdf)
                .expect(403);
    }

    private Answer checks(String of, byte[] file) {
        return floor.nobody().upload("/verify/" + of, "letter.pdf", file);
    }

    private String verdict(String of, byte[] file) {
        JsonNode said = floor.nobody()
                .with("Accept", "application/json")
                .upload("/verify/" + of, "letter.pdf", file)
                .expect(200)
                .json();
        assertThat(said.get("genuine").asBoolean())
                .isEqualTo(said.get("verdict").asText().equals("GENUINE"));
        return said.get("verdict").asText();
    }
}
