package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningDesk
class TheWholeRecordTest {

    private final Floor floor;
    private final JdbcClient jdbc;

    TheWholeRecordTest(Floor floor, JdbcClient jdbc) {
        this.floor = floor;
        this.jdbc = jdbc;
    }

    private JsonNode recordOf(String number) {
        return floor.as("requester")
                .get("/api/requests/" + number + "/record")
                .expect(200)
                .json();
    }

    @Test
    void letsAStrangerRecomputeEveryHashFromNothingButItself() throws Exception {
        String number = floor.approved(Map.of(
                "approvalOutcome",
                "APPROVED",
                "validUntil",
                LocalDate.now(ZoneOffset.UTC).plusYears(1).toString()));

        JsonNode record = recordOf(number);

        assertThat(record.get("events").size()).isGreaterThanOrEqualTo(7);
        String previous = "0".repeat(64);
        int sequence = 0;
        for (JsonNode event : record.get("events")) {
            sequence++;
            ObjectNode hashed = new ObjectMapper().createObjectNode();
            hashed.put("actor", event.get("actor").asText());
            hashed.put("at", event.get("at").asText());
            hashed.put("case", number);
            hashed.put("payloadDigest", sha256(canonical(event.get("payload"))));
            hashed.put("previousHash", previous);
            hashed.put("sequence", sequence);
            hashed.put("type", event.get("type").asText());

            assertThat(event.get("sequence").asInt()).isEqualTo(sequence);
            assertThat(event.get("payloadDigest")).isEqualTo(hashed.get("payloadDigest"));
            assertThat(event.get("previousHash").asText()).isEqualTo(previous);
            previous = sha256(canonical(hashed));
            assertThat(event.get("hash").asText()).isEqualTo(previous);
        }
        assertThat(record.get("digest").asText()).isEqualTo(previous);
        assertThat(record.get("firstBreak").isNull()).isTrue();
    }

    @Test
    void holdsEverythingThatHappenedInItsOrder() {
        String number = floor.approved(Map.of("approvalOutcome", "APPROVED"));

        assertThat(StreamSupport.stream(recordOf(number).get("events").spliterator(), false)
                        .map(event -> event.get("type").asText())
                        .filter(type -> !type.equals("NOTICE_SENT")))
                .containsExactly(
                        "REQUEST_SUBMITTED",
                        "TRIAGED",
                        "LEGAL_REVIEWED",
                        "REVIEWS_COMBINED",
                        "APPROVAL_DECIDED",
                        "LETTER_ISSUED",
                        "LETTER_SENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"request\":{}}", "no JSON at all", "{\"half\":", "\"text\"", ""})
    void isShownEvenWhenSomebodyMeddledWithIt(String payload) {
        String number = floor.sent("requester", Submission.withLegalReview());
        meddle(number, payload);

        JsonNode record = recordOf(number);

        assertThat(record.get("firstBreak").get("sequence").asInt()).isEqualTo(2);
        assertThat(record.get("firstBreak").get("reason").asText())
                .isEqualTo("Event 2 was changed after it was recorded.");
        assertThat(record.get("events")).hasSizeGreaterThanOrEqualTo(2);
        forget(number);
    }

    @Test
    void ofEveryCaseIsCheckedForAnAdministrator() {
        String number = floor.sent("requester", Submission.withLegalReview());
        JsonNode whole =
                floor.as("admin").get("/api/record/verification").expect(200).json();
        meddle(number, "{}");

        JsonNode broken =
                floor.as("admin").get("/api/record/verification").expect(200).json();

        // Other tests meddle with letters of their own in the same database.
        assertThat(of(number, whole)).isEmpty();
        assertThat(whole.get("checked").asInt()).isPositive();
        assertThat(broken.get("checked")).isEqualTo(whole.get("checked"));
        assertThat(broken.get("broken")).hasSize(whole.get("broken").size() + 1);
        assertThat(of(number, broken)).singleElement().satisfies(found -> {
            assertThat(found.get("sequence").asInt()).isEqualTo(2);
            assertThat(found.get("reason").asText()).endsWith(".");
        });
        forget(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"requester", "legal", "contact", "approver"})
    void ofEveryCaseIsNotCheckedForOthers(String user) {
        floor.as(user).get("/api/record/verification").expectProblem(403);
    }

    private static List<JsonNode> of(String number, JsonNode verification) {
        List<JsonNode> ofThisCase = new ArrayList<>();
        verification.get("broken").forEach(found -> {
            if (number.equals(found.get("number").asText())) {
                ofThisCase.add(found);
            }
        });
        return ofThisCase;
    }

    private void meddle(String number, String payload) {
        jdbc.sql("create table if not exists kept as select * from clearance_event where 1 = 0")
                .update();
        jdbc.sql("insert into kept select * from clearance_event where case_number = ?")
                .param(number)
                .update();
        jdbc.sql("update clearance_event set payload = ? where case_number = ? and sequence = 2")
                .params(payload, number)
                .update();
    }

    private void forget(String number) {
        jdbc.sql(
                        "update clearance_event set payload = (select payload from kept where case_number = ? and sequence = 2)"
                                + " where case_number = ? and sequence = 2")
                .params(number, number)
                .update();
        jdbc.sql("drop table kept").update();
    }

    private static String canonical(JsonNode node) throws IOException {
        return new JsonCanonicalizer(node.toString()).getEncodedString();
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
