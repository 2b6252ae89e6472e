package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearancedesk.web.Submission.performer;
import static org.clearancedesk.web.Submission.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningDesk
class ConfidentialRequestTest {

    private static final String CODE_NAME = "Project Heron";
    private static final List<String> SECRETS = List.of(
            "Wandering Comet", "COMET-S9", "The Comet Returns", "Nobody knows of it yet", "Ana Diaz", "Her agency");
    private static final byte[] NOTE = "A note.".getBytes(StandardCharsets.UTF_8);

    private final Floor floor;
    private final JdbcClient jdbc;

    ConfidentialRequestTest(Floor floor, JdbcClient jdbc) {
        this.floor = floor;
        this.jdbc = jdbc;
    }

    private static Map<String, Object> request(Map<String, Object> plain) {
        Map<String, Object> request = with(plain, "title", "The Comet Returns: posters");
        request = with(request, "codeName", CODE_NAME);
        request = with(request, "description", "Nobody knows of it yet: posters for Wandering Comet.");
        return with(request, "production", Map.of("code", "COMET-S9", "title", "Wandering Comet"));
    }

    private static Map<String, Object> withConsent() {
        Map<String, Object> ana = performer("Ana Diaz", "PRINCIPAL");
        ana.put("representative", "Her agency");
        return request(Submission.withConsent(ana));
    }

    private String sent(Map<String, Object> request) {
        String number = floor.sent("requester", request);
        floor.settle();
        return number;
    }

    private static void assertTellsNothing(String where, String text) {
        assertThat(SECRETS).allSatisfy(secret -> assertThat(text).as(where).doesNotContainIgnoringCase(secret));
    }

    private void takes(String user, String number, String step) {
        String task = floor.task(number, step);
        floor.signedIn(user)
                .inTasklist()
                .tasklist("POST", "/task/" + task + "/claim", Map.of("userId", user))
                .expect(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"legal", "talent", "admin", "comet-colleague"})
    void showsItsCodeNameToWhoeverDoesNotWorkOnIt(String user) {
        floor.person("comet-colleague", "comet-colleague@desk.example", "requesters", "production-COMET-S9");
        floor.joins("requester", "production-COMET-S9");
        String number = sent(withConsent());
        String place = "/api/requests/" + number;
        String file = floor.as("requester")
                .upload(place + "/evidence", "The Comet Returns.txt", NOTE)
                .json()
                .get("id")
                .asText();
        Visitor reader = floor.as(user);

        Answer shown = reader.get(place).expect(200);

        assertThat(shown.json().get("title").asText()).isEqualTo(CODE_NAME);
        assertThat(shown.json().get("disguised").asBoolean()).isTrue();
        assertTellsNothing("the case", shown.text());
        assertTellsNothing(
                "the list",
                reader.get("/api/requests?size=200&q=" + number).expect(200).text());
        assertTellsNothing(
                "the page",
                floor.signedIn(user).get("/requests/" + number).expect(200).text());
        assertTellsNothing(
                "the list's page",
                floor.signedIn(user)
                        .get("/requests?mine=false&q=" + number)
                        .expect(200)
                        .text());
        for (String closed : List.of("/letter", "/record", "/evidence/" + file)) {
            assertTellsNothing(
                    closed, reader.get(place + closed).expectProblem(403).text());
        }
        assertTellsNothing(
                "handing in",
                reader.upload(place + "/evidence", "note.txt", NOTE)
                        .expectProblem(403)
                        .text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"requester", "contact"})
    void showsItsTitleToWhoeverMadeItAndToItsNetflixContact(String user) {
        String number = sent(withConsent());

        JsonNode shown =
                floor.as(user).get("/api/requests/" + number).expect(200).json();

        assertThat(shown.get("title").asText()).isEqualTo("The Comet Returns: posters");
        assertThat(shown.get("request").get("performers").get(0).get("name").asText())
                .isEqualTo("Ana Diaz");
        floor.as(user).get("/api/requests/" + number + "/record").expect(200);
    }

    @Test
    void opensToAReviewerOnceTheyHaveTakenItsTaskAndTheRecordSaysSo() {
        floor.person("legal2", "legal2@desk.example", "legal");
        String number = sent(withConsent());

        takes("legal", number, "reviewLegalExposure");

        assertThat(floor.as("legal")
                        .get("/api/requests/" + number)
                        .json()
                        .get("title")
                        .asText())
                .isEqualTo("The Comet Returns: posters");
        assertThat(floor.as("legal2")
                        .get("/api/requests/" + number)
                        .json()
                        .get("title")
                        .asText())
                .isEqualTo(CODE_NAME);
        JsonNode events = floor.as("legal")
                .get("/api/requests/" + number + "/record")
                .json()
                .get("events");
        assertThat(events.findValuesAsText("type")).containsOnlyOnce("LET_IN");
    }

    @ParameterizedTest
    @CsvSource({
        "q=Wandering, 0",
        "q=comet, 0",
        "q=COMET-S9, 0",
        "production=COMET-S9, 0",
        "q=heron, 1",
    })
    void isNotFoundByWhatMayNotBeKnownOfIt(String search, int found) {
        String number = sent(request(Submission.withLegalReview()));
        String before = "/api/requests?size=200&" + search;

        List<String> numbers =
                floor.as("legal").get(before).expect(200).json().get("cases").findValuesAsText("number");

        assertThat(numbers.stream().filter(number::equals).count()).isEqualTo(found);
        assertThat(floor.as("requester").get(before).json().get("cases").findValuesAsText("number"))
                .contains(number);
    }

    @Test
    void leavesNoTraceInWhatTasklistReads() {
        String number = sent(withConsent());
        String engine = "/camunda/api/engine/engine/default";

        for (String user : List.of("legal", "talent", "admin")) {
            Visitor person = floor.signedIn(user);
            JsonNode tasks = person.get(engine + "/task?processInstanceBusinessKey=" + number)
                    .expect(200)
                    .json();
            assertThat(tasks).isNotEmpty();
            assertTellsNothing("tasks of " + user, tasks.toString());
            for (JsonNode task : tasks) {
                String place = engine + "/task/" + task.get("id").asText();
                for (String part : List.of("", "/variables", "/form-variables", "/localVariables")) {
                    assertTellsNothing(part, person.get(place + part).text());
                }
            }
            for (String list : List.of(
                    "/variable-instance", "/history/variable-instance", "/history/detail", "/process-instance")) {
                assertTellsNothing(
                        list,
                        person.get(engine + list + "?maxResults=2000&deserializeValues=false")
                                .text());
            }
            for (JsonNode filter :
                    person.get(engine + "/filter?resourceType=Task").expect(200).json()) {
                assertTellsNothing(
                        filter.get("name").asText(),
                        person.call(
                                        "GET",
                                        engine + "/filter/" + filter.get("id").asText() + "/list",
                                        Map.of("Accept", "application/hal+json"),
                                        new byte[0])
                                .expect(200)
                                .text());
            }
        }
    }

    @Test
    void isWrittenDownNowhereInTheEngine() {
        String number = sent(withConsent());
        floor.completes(
                "talent", number, "confirmConsent", Map.of("consentOutcome", "REFUSED", "consentReason", "Not now."));

        assertThat(jdbc.sql("select title from clearance_case where number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("The Comet Returns: posters");
        List<String> tables = jdbc.sql(
                        "select table_name from information_schema.tables where table_name ilike 'ACT!_%' escape '!'")
                .query(String.class)
                .list();
        assertThat(tables).hasSizeGreaterThan(30);
        for (String table : tables) {
            assertTellsNothing(table, String.join("\n", cells(table)));
        }
    }

    private List<String> cells(String table) {
        return jdbc.sql("select * from " + table)
                .query((row, index) -> {
                    List<String> cells = new ArrayList<>();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        byte[] bytes =
                                row.getMetaData().getColumnTypeName(column).contains("BINARY")
                                        ? row.getBytes(column)
                                        : null;
                        cells.add(bytes == null ? row.getString(column) : new String(bytes, StandardCharsets.UTF_8));
                    }
                    return String.join("\t", cells.stream().map(String::valueOf).toList());
                })
                .list();
    }

    @Test
    void goesByItsCodeNameInEveryMailAndSendsNoLetterAlong() {
        Set<Path> before = mails();
        String number = sent(request(Submission.withLegalReview()));
        floor.completes(
                "legal",
                number,
                "reviewLegalExposure",
                Map.of("legalOutcome", "CHANGES_NEEDED", "legalReason", "Say more on Wandering Comet."));
        Map<String, Object> amended = with(request(Submission.withLegalReview()), "evidence", List.of());
        floor.completes("requester", number, "amendRequest", Map.of("request", amended));
        floor.completes("legal", number, "reviewLegalExposure", Map.of("legalOutcome", "CLEARED"));
        floor.completes("approver", number, "approveInWriting", Map.of("approvalOutcome", "APPROVED"));
        floor.settle();

        List<String> mails = mails().stream()
                .filter(mail -> !before.contains(mail))
                .map(ConfidentialRequestTest::read)
                .filter(mail -> mail.contains("[" + number + "]"))
                .toList();

        assertThat(mails).hasSizeGreaterThan(5).allSatisfy(mail -> {
            assertTellsNothing("a mail", mail);
            assertThat(mail).contains(CODE_NAME).doesNotContain("application/pdf");
        });
        assertThat(mails).anySatisfy(mail -> assertThat(mail).contains("the letter is not attached"));
        assertThat(floor.as("requester")
                        .get("/api/requests/" + number + "/letter")
                        .expect(200)
                        .header("Content-Type"))
                .contains("application/pdf");
        floor.as("admin").get("/api/requests/" + number + "/letter").expectProblem(403);
    }

    private static Set<Path> mails() {
        try (Stream<Path> files = Files.list(Path.of("target/mail-of-the-running-desk"))) {
            return files.collect(Collectors.toSet());
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

    @ParameterizedTest
    @ValueSource(strings = {"Wandering Comet", "the comet returns: posters, again", "comet-s9", "comet"})
    void isRefusedWhenItsCodeNameGivesItAway(String codeName) {
        floor.as("requester")
                .post("/api/requests", with(request(Submission.withLegalReview()), "codeName", codeName))
                .expectProblemAt(422, "codeName");
        floor.as("requester")
                .post("/api/requests/validation", with(request(Submission.withLegalReview()), "codeName", codeName))
                .expectProblemAt(422, "codeName");
    }
}
