package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a tool in a pipeline checks before it runs, with nothing but the letter and the desk's public keys. */
@RunningDesk
class TheTwinOfALetterTest {

    private final Floor floor;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    TheTwinOfALetterTest(Floor floor, JdbcClient jdbc, ObjectMapper json) {
        this.floor = floor;
        this.jdbc = jdbc;
        this.json = json;
    }

    @Test
    void comesWithThePdfIsSignedAndSaysWhatTheLetterSays() throws Exception {
        String number = floor.sent("requester", Submission.withLegalReview());
        floor.completes(
                "legal",
                number,
                "reviewLegalExposure",
                Map.of(
                        "legalOutcome",
                        "CLEARED_WITH_CONDITIONS",
                        "legalReason",
                        "Fine so.",
                        "legalConditions",
                        List.of("Keep the prompts.")));
        LocalDate until = LocalDate.now(ZoneOffset.UTC).plusMonths(3);
        floor.completes(
                "approver",
                number,
                "approveInWriting",
                Map.of("approvalOutcome", "APPROVED", "validUntil", until.toString()));
        String embedded = embeddedIn(floor.as("requester")
                .get("/api/requests/" + number + "/letter")
                .expect(200)
                .bytes());

        JsonNode twin = json.readTree(verified(embedded).getPayload().toString());

        JsonNode shown = floor.as("requester").get("/api/requests/" + number).json();
        assertThat(twin.get("type").asText()).isEqualTo("genai-written-approval/1");
        assertThat(twin.get("letter").asText())
                .isEqualTo(shown.at("/letter/number").asText());
        assertThat(twin.get("request").asText()).isEqualTo(number);
        assertThat(twin.get("validUntil").asText()).isEqualTo(until.toString());
        assertThat(twin.get("conditions")).singleElement().hasToString("\"Keep the prompts.\"");
        assertThat(twin.get("facts")).isEqualTo(shown.at("/request/facts")).hasSize(23);
        assertThat(twin.get("tool")).isEqualTo(shown.at("/request/tool"));
        assertThat(twin.get("production")).isEqualTo(shown.at("/request/production"));
        assertThat(twin.get("description")).isEqualTo(shown.at("/request/description"));
        assertThat(twin.get("findings")).isEqualTo(shown.at("/triage/findings")).isNotEmpty();
        assertThat(twin.get("guidelineVersion").asText()).isEqualTo("2025-11-11");
        assertThat(digestBeforeTheLetter(number))
                .isEqualTo(twin.get("recordDigest").asText());
        assertThat(twin.get("status").asText())
                .endsWith("/verify/" + twin.get("letter").asText());
        assertThat(twin.has("predecessor")).isFalse();
        assertThat(twin.toString()).doesNotContain("desk.example", "Fine so.", "\"legal\"", "\"approver\"");
    }

    @Test
    void isDownloadedByWhoSeesTheLetterAndNobodyElse() throws Exception {
        String number = floor.approved(Map.of("approvalOutcome", "APPROVED"));
        String path = "/api/requests/" + number + "/letter.jws";

        Answer twin = floor.as("requester").get(path).expect(200);

        assertThat(twin.header("Content-Type")).isEqualTo("application/jose");
        assertThat(twin.header("Content-Disposition")).startsWith("attachment").contains(".jws");
        assertThat(twin.text())
                .isEqualTo(embeddedIn(floor.as("requester")
                        .get("/api/requests/" + number + "/letter")
                        .bytes()));
        verified(twin.text());
        floor.as("requester2").get(path).expectProblem(404);
        floor.nobody().get(path).expect(401);
        String without = floor.sent("requester", Submission.withLegalReview());
        floor.as("requester").get("/api/requests/" + without + "/letter.jws").expectProblem(404);
    }

    @Test
    void saysWhichApprovalItRenews() throws Exception {
        String earlier = floor.approved(Map.of("approvalOutcome", "APPROVED"));
        String later = floor.sent("requester", Submission.with(Submission.withLegalReview(), "predecessor", earlier));
        floor.completes("legal", later, "reviewLegalExposure", Map.of("legalOutcome", "CLEARED"));
        floor.completes("approver", later, "approveInWriting", Map.of("approvalOutcome", "APPROVED"));

        String twin = floor.as("requester")
                .get("/api/requests/" + later + "/letter.jws")
                .expect(200)
                .text();

        assertThat(json.readTree(verified(twin).getPayload().toString())
                        .get("predecessor")
                        .asText())
                .isEqualTo(earlier);
    }

    private JWSObject verified(String compact) throws Exception {
        Answer keys = floor.nobody().get("/.well-known/jwks.json").expect(200);
        assertThat(keys.header("Content-Type")).startsWith("application/json");
        JWSObject signed = JWSObject.parse(compact);
        AsymmetricJWK key = (AsymmetricJWK)
                JWKSet.parse(keys.text()).getKeyByKeyId(signed.getHeader().getKeyID());
        assertThat(signed.verify(
                        new DefaultJWSVerifierFactory().createJWSVerifier(signed.getHeader(), key.toPublicKey())))
                .isTrue();
        return signed;
    }

    private String digestBeforeTheLetter(String number) {
        return jdbc.sql("select previous_hash from clearance_event where case_number = ? and type = 'LETTER_ISSUED'")
                .param(number)
                .query(String.class)
                .single();
    }

    private static String embeddedIn(byte[] pdf) throws Exception {
        try (PDDocument letter = Loader.loadPDF(pdf)) {
            var files = new PDDocumentNameDictionary(letter.getDocumentCatalog())
                    .getEmbeddedFiles()
                    .getNames();
            COSArray associated = letter.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF"));
            assertThat(((COSDictionary) associated.getObject(0)).getNameAsString("AFRelationship"))
                    .isEqualTo("Alternative");
            return new String(
                    files.values().iterator().next().getEmbeddedFile().toByteArray(), StandardCharsets.US_ASCII);
        }
    }
}
