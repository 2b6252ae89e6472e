package org.clearancedesk.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clearancedesk.web.Submission.performer;
import static org.clearancedesk.web.Submission.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the request to the end of its approval, while everybody who works on it writes the title wherever they can. */
@RunningDesk
@ExtendWith(OutputCaptureExtension.class)
class ConfidentialApprovalTest {

    private static final String CODE_NAME = "Project Osprey";
    private static final String TITLE = "The Lantern Burns";
    private static final List<String> SECRETS =
            List.of(TITLE, "LANTERN-S4", "Silent Harbour", "Bea Lund", "Her counsel", "Lantern");
    private static final List<String> OUTSIDERS =
            List.of("legal2", "talent2", "approver2", "admin", "requester2", "onlooker");
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    private final Floor floor;
    private final JdbcClient jdbc;
    private final Set<String> leaks = new TreeSet<>();
    private Set<Path> mailsBefore = Set.of();

    ConfidentialApprovalTest(Floor floor, JdbcClient jdbc) {
        this.floor = floor;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void comeIn() {
        floor.person("legal2", "legal2@desk.example", "legal");
        floor.person("talent2", "talent2@desk.example", "talent-relations");
        floor.person("approver2", "approver2@desk.example", "approvers");
        floor.person("onlooker", "onlooker@desk.example", "requesters", "production-LANTERN-S4");
        floor.joins("requester", "production-LANTERN-S4");
        mailsBefore = mails();
    }

    @Test
    void goesByItsCodeNameUntilItIsRevoked(CapturedOutput log) {
        String number = floor.sent("requester", request());
        looksAround("in review", number);
        floor.completes("legal", number, "reviewLegalExposure", clearedOnConditions());
        looksAround("reviewed by legal", number);
        floor.completes(
                "talent", number, "confirmConsent", Map.of("consentOutcome", "CONFIRMED", "consent", consent()));
        looksAround("before approval", number);
        floor.completes(
                "approver",
                number,
                "approveInWriting",
                Map.of("approvalOutcome", "APPROVED", "approvalReason", "Good for " + TITLE + "."));
        looksAround("approved", number);

        Map<String, Object> shown =
                Map.of("conditionOutcome", "FULFILLED", "conditionReason", "Credited in " + TITLE + ".");
        floor.completes("requester", number, "fulfilCondition", with(shown, "conditionEvidence", evidence(number)));
        looksAround("condition fulfilled", number);

        String consent = new Consented(floor).idOf(number);
        floor.as("talent")
                .post(
                        "/api/consents/" + consent + "/limitation",
                        Map.of("scope", "Only " + TITLE + ".", "reason", TITLE))
                .expect(204);
        looksAround("suspended", number);
        floor.completes(
                "legal",
                number,
                "decideOnHold",
                Map.of("holdOutcome", "RELEASED", "holdReason", TITLE + " is within."));
        looksAround("released", number);
        floor.completes("requester", number, "closeOutUse", Map.of("closeOut", used()));
        looksAround("closed out", number);

        floor.as("talent")
                .post("/api/consents/" + consent + "/withdrawal", Map.of("reason", "Not in " + TITLE + "."))
                .expect(204);
        looksAround("suspended again", number);
        floor.as("approver")
                .post("/api/requests/" + number + "/revocation", Map.of("reason", "Out of " + TITLE + " for good."))
                .expect(204);
        looksAround("revoked", number);

        looksInto("the log", log.getAll());
        assertThat(leaks).isEmpty();
        assertThat(floor.as("requester")
                        .get("/api/requests/" + number)
                        .json()
                        .get("status")
                        .asText())
                .isEqualTo("REVOKED");
    }

    @Test
    void goesByItsCodeNameWhenItsConsentIsGoneBeforeTheApproverSaysYes(CapturedOutput log) {
        String number = floor.sent("requester", request());
        floor.completes("legal", number, "reviewLegalExposure", Map.of("legalOutcome", "CLEARED"));
        floor.completes(
                "talent", number, "confirmConsent", Map.of("consentOutcome", "CONFIRMED", "consent", consent()));
        floor.as("talent")
                .post(
                        "/api/consents/" + new Consented(floor).idOf(number) + "/withdrawal",
                        Map.of("reason", "Not in " + TITLE + "."))
                .expect(204);
        String task = floor.task(number, "approveInWriting");
        Visitor approver = floor.signedIn("approver").inTasklist();
        approver.tasklist("POST", "/task/" + task + "/claim", Map.of("userId", "approver"))
                .expect(204);

        Answer refused = approver.tasklist(
                "POST",
                "/task/" + task + "/submit-form",
                Map.of("variables", Map.of("approvalOutcome", Map.of("value", "APPROVED", "type", "String"))));

        assertThat(refused.text()).contains("Bea Lund has withdrawn the consent");
        looksAround("refused", number);
        looksInto("the log", log.getAll());
        assertThat(leaks).isEmpty();
        floor.as("requester")
                .post(
                        "/api/requests/" + number + "/withdrawal",
                        Map.of("reason", "Without her, none of " + TITLE + "."))
                .expect(204);
        looksAround("withdrawn", number);
        assertThat(leaks).isEmpty();
    }

    @Test
    void goesByItsCodeNameWhenItIsRenewed(CapturedOutput log) {
        Map<String, Object> plain = with(Submission.withLegalReview(), "performers", List.of());
        String earlier = floor.sent("requester", disguising(plain));
        approve(earlier);
        String later = floor.sent("requester", with(disguising(plain), "predecessor", earlier));
        looksAround("renewal in review", later);
        approve(later);

        looksAround("superseded", earlier);
        looksAround("renewal", later);
        looksInto("the log", log.getAll());
        assertThat(leaks).isEmpty();
        assertThat(floor.nobody().get("/verify/" + floor.letterOf(earlier)).text())
                .contains("a later one took its place")
                .doesNotContain(later);
    }

    private void approve(String number) {
        floor.completes("legal", number, "reviewLegalExposure", Map.of("legalOutcome", "CLEARED"));
        floor.completes("approver", number, "approveInWriting", Map.of("approvalOutcome", "APPROVED"));
    }

    private static Map<String, Object> request() {
        Map<String, Object> bea = performer("Bea Lund", "PRINCIPAL");
        bea.put("representative", "Her counsel");
        return disguising(Submission.withConsent(bea));
    }

    private static Map<String, Object> disguising(Map<String, Object> plain) {
        Map<String, Object> request = with(plain, "title", TITLE + ": flashbacks");
        request = with(request, "codeName", CODE_NAME);
        request = with(request, "description", "Flashbacks of Silent Harbour.");
        return with(request, "production", Map.of("code", "LANTERN-S4", "title", "Silent Harbour"));
    }

    private static Map<String, Object> clearedOnConditions() {
        return Map.of(
                "legalOutcome",
                "CLEARED_WITH_CONDITIONS",
                "legalReason",
                "Silent Harbour owns the plates.",
                "legalConditions",
                List.of("Credit the artist in " + TITLE + ".", "Keep the prompts of LANTERN-S4."));
    }

    private static Map<String, Object> consent() {
        Map<String, Object> terms = new LinkedHashMap<>(Consented.terms("LANTERN-S4"));
        terms.put("titles", List.of("LANTERN-S4", "Silent Harbour"));
        return terms;
    }

    private static Map<String, Object> used() {
        Map<String, Object> used = new LinkedHashMap<>(Map.of("used", true, "models", "NONE_MADE", "cues", List.of()));
        for (String words : List.of("shots", "tools", "sources", "humanContribution")) {
            used.put(words, "As planned for " + TITLE + ".");
        }
        for (String asked : List.of(
                "deepFake", "euRelease", "toolMarksOutput", "replica", "syntheticInAdvertising", "danishRelease")) {
            used.put(asked, "NO");
        }
        return used;
    }

    private List<String> evidence(String number) {
        return List.of(floor.as("requester")
                .upload("/api/requests/" + number + "/evidence", TITLE + ".txt", TITLE.getBytes(UTF_8))
                .expect(201)
                .json()
                .get("id")
                .asText());
    }

    /** Everything that somebody sees who does not work on it, and everything that leaves the desk. */
    private void looksAround(String when, String number) {
        looksIntoTheEngine(when + " while mail waits");
        floor.settle();
        looksIntoTheEngine(when);
        for (String user : OUTSIDERS) {
            looksAs(user, when + ", " + user, number);
        }
        for (String kind : List.of("text/html", "application/json")) {
            String page = floor.nobody()
                    .with("Accept", kind)
                    .get("/verify/" + floor.letterOf(number))
                    .text();
            looksInto(when + ", /verify as " + kind, page);
            looksInto(when + ", /verify as " + kind, page.contains(CODE_NAME) ? TITLE : "");
        }
        mails().stream().filter(mail -> !mailsBefore.contains(mail)).forEach(mail -> {
            String text = read(mail);
            if (text.contains("[" + number + "]")) {
                looksInto(
                        when + ", mail "
                                + text.lines()
                                        .filter(line -> line.startsWith("Subject"))
                                        .findFirst(),
                        text);
                looksInto(when + ", attached", text.contains("application/pdf") ? TITLE : "");
            }
        });
    }

    private void looksIntoTheEngine(String when) {
        for (String table : jdbc.sql(
                        "select table_name from information_schema.tables where table_name ilike 'ACT!_%' escape '!'"
                                // Groups of productions come from the studio's sign-in; they tell of no request.
                                + " and table_name not ilike 'ACT!_ID!_%' escape '!' and table_name <> 'ACT_RU_AUTHORIZATION'")
                .query(String.class)
                .list()) {
            cells(table).forEach(row -> looksInto(when + ", table " + table, row));
        }
    }

    private void looksAs(String user, String where, String number) {
        Visitor program = floor.as(user);
        Visitor person = floor.signedIn(user);
        String place = "/api/requests/" + number;
        for (String part : List.of("", "/letter", "/letter.jws", "/record", "/record.pdf", "/record.zip")) {
            Answer answer = program.get(place + part);
            looksInto(where + part, answer.text());
            looksInto(where + part, !part.isEmpty() && answer.status() == 200 ? TITLE : "");
        }
        for (String page : List.of(
                "/requests/" + number,
                "/requests/" + number + "/renewal",
                "/requests/" + number + "/scope-change",
                "/requests?mine=false",
                "/api/requests.csv?mine=false",
                "/api/requests?size=200",
                "/api/consents?size=200",
                "/consents",
                "/consents?ending=true")) {
            looksInto(where + ", " + page, person.get(page).text());
        }
        for (JsonNode consent : consents(program, number)) {
            looksInto(
                    where + ", a consent",
                    person.get("/consents/" + consent.get("id").asText()).text());
        }
        for (String list : List.of(
                "/variable-instance?deserializeValues=false",
                "/history/variable-instance?deserializeValues=false",
                "/history/detail?deserializeValues=false",
                "/history/task?x=y",
                "/history/activity-instance?x=y",
                "/history/decision-instance?includeInputs=true&includeOutputs=true",
                "/process-instance?x=y",
                "/incident?x=y",
                "/task?x=y")) {
            looksInto(
                    where + list, person.get(ENGINE + list + "&maxResults=2000").text());
        }
        for (JsonNode task : program(person, number)) {
            for (String part : List.of("", "/variables", "/form-variables", "/localVariables", "/comment")) {
                looksInto(
                        where + ", task" + part,
                        person.get(ENGINE + "/task/" + task.get("id").asText() + part)
                                .text());
            }
        }
    }

    private static Iterable<JsonNode> consents(Visitor program, String number) {
        Answer found = program.get("/api/consents?q=" + number);
        return found.status() == 200 ? found.json().get("consents") : List.of();
    }

    private static Iterable<JsonNode> program(Visitor person, String number) {
        Answer found = person.get(ENGINE + "/task?processInstanceBusinessKey=" + number);
        return found.status() == 200 ? found.json() : List.of();
    }

    private void looksInto(String where, String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        SECRETS.stream()
                .filter(secret -> plain.contains(secret.toLowerCase(Locale.ROOT)))
                .forEach(secret -> leaks.add(where + ": " + secret));
    }

    private List<String> cells(String table) {
        return jdbc.sql("select * from " + table)
                .query((row, index) -> {
                    List<String> cells = new ArrayList<>();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        boolean binary =
                                row.getMetaData().getColumnTypeName(column).contains("BINARY");
                        byte[] bytes = binary ? row.getBytes(column) : null;
                        cells.add(bytes == null ? row.getString(column) : new String(bytes, UTF_8));
                    }
                    return String.join("\t", cells.stream().map(String::valueOf).toList());
                })
                .list();
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
}
