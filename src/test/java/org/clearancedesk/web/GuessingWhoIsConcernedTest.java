package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearancedesk.register.ChainReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody of talent relations who was not let in tries to find out whom a confidential request is about. */
@RunningDesk
class GuessingWhoIsConcernedTest {

    private final Floor floor;
    private final ChainReader chainReader;
    private final Consented consented;

    GuessingWhoIsConcernedTest(Floor floor, ChainReader chainReader) {
        this.chainReader = chainReader;
        this.floor = floor;
        this.consented = new Consented(floor);
    }

    @BeforeEach
    void colleague() {
        floor.person("guesser", "guesser@desk.example", "talent-relations");
    }

    private String confidential(String performer, String production) {
        Map<String, Object> request = Consented.request(performer, production);
        request.put("codeName", "Project Lynx");
        return consented.approved(request, Consented.terms(production), null);
    }

    private JsonNode rowOf(String number) {
        return floor.as("guesser")
                .get("/api/consents?q=" + number)
                .expect(200)
                .json()
                .get("consents")
                .get(0);
    }

    @Test
    void findsNoIdThatAGuessedNameLeadsTo() {
        String number = confidential("Ana Guess", "GUESS-1");

        String id = rowOf(number).get("id").asText();

        assertThat(UUID.fromString(id).version()).as("random").isEqualTo(4);
        for (String guess : new String[] {number + "\nAna Guess", number + "Ana Guess", "Ana Guess"}) {
            assertThat(id)
                    .isNotEqualTo(UUID.nameUUIDFromBytes(guess.getBytes(StandardCharsets.UTF_8))
                            .toString());
        }
        assertThat(consented.idOf(confidential("Ana Guess", "GUESS-1"))).isNotEqualTo(id);
    }

    @Test
    void findsNoHashThatAGuessedEventLeadsTo() {
        String number = confidential("Ana Hash", "GUESS-4");
        String last = chainReader
                .of(number)
                .events()
                .get(chainReader.of(number).events().size() - 1)
                .hash();
        Visitor guesser = floor.as("guesser");

        assertThat(guesser.get("/api/requests/" + number).expect(200).text())
                .contains("Project Lynx")
                .doesNotContain(last);
        assertThat(guesser.get("/api/requests?q=" + number).expect(200).text())
                .contains(number)
                .doesNotContain(last);
        guesser.get("/api/requests/" + number + "/record").expectProblem(403);
        assertThat(floor.as("requester").get("/api/requests?q=" + number).text())
                .contains(last);
    }

    @Test
    void getsTheSameAnswerForAPersonOfAHiddenCaseAndForAnyOther() {
        String hidden = confidential("Ana Shared", "GUESS-2");
        String shared = consented.approved("Ana Shared", "GUESS-2");
        String other = consented.approved("Bruno Alone", "GUESS-2");
        Visitor page = floor.signedIn("guesser");

        JsonNode ofShared = floor.as("guesser")
                .get("/api/consents/" + consented.idOf(shared))
                .json();
        JsonNode ofOther = floor.as("guesser")
                .get("/api/consents/" + consented.idOf(other))
                .json();

        assertThat(ofShared.at("/affected/approvals").findValuesAsText("number"))
                .containsExactly(shared);
        assertThat(ofShared.toString()).doesNotContain(hidden, "Lynx");
        assertThat(plain(ofShared.get("affected").toString(), shared, "Ana Shared"))
                .isEqualTo(plain(ofOther.get("affected").toString(), other, "Bruno Alone"));
        for (String step : new String[] {"", "/change"}) {
            assertThat(plain(shown(page, consented.idOf(shared), step), shared, "Ana Shared"))
                    .isEqualTo(plain(shown(page, consented.idOf(other), step), other, "Bruno Alone"));
        }
    }

    private static String shown(Visitor person, String id, String step) {
        Answer answer = step.isEmpty()
                ? person.get("/consents/" + id)
                : person.post(
                        "/consents/" + id + step,
                        "application/x-www-form-urlencoded",
                        "what=WITHDRAWN&reason=By+mail&_csrf=" + person.cookie("DESK-CSRF"));
        return answer.expect(200).text().replace(id, "ID");
    }

    /** Without what the two have to differ in. */
    private static String plain(String text, String number, String name) {
        return text.replace(number, "NUMBER")
                .replace(name, "NAME")
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                .replaceAll("\\d\\d:\\d\\d UTC", "TIME")
                .replaceAll("[0-9a-f]{64}", "DIGEST");
    }

    @Test
    void doesNotSeeAHiddenConsentChangeTogetherWithOneThatTheyWithdrew() {
        String hidden = confidential("Ana Twice", "GUESS-3");
        String shared = consented.approved("Ana Twice", "GUESS-3");
        JsonNode before = rowOf(hidden);
        Visitor guesser = floor.as("guesser");
        String caseBefore = guesser.get("/api/requests/" + hidden).expect(200).text();

        floor.as("guesser")
                .post("/api/consents/" + consented.idOf(shared) + "/withdrawal", Map.of("reason", "By mail."))
                .expect(204);

        assertThat(consented.statusOf(hidden)).isEqualTo("SUSPENDED");
        assertThat(consented.stateOf(hidden)).isEqualTo("WITHDRAWN");
        JsonNode after = rowOf(hidden);
        assertThat(after).isEqualTo(before);
        assertThat(guesser.get("/api/requests/" + hidden).text()).isEqualTo(caseBefore);
        assertThat(numbers(guesser, "")).startsWith(shared);
        assertThat(numbers(guesser, "&status=SUSPENDED")).contains(shared).doesNotContain(hidden);
        assertThat(numbers(guesser, "&status=APPROVED")).contains(hidden);
        assertThat(numbers(floor.as("requester"), "&status=SUSPENDED")).contains(hidden);
        assertThat(floor.as("guesser")
                        .get("/api/consents?size=200&state=WITHDRAWN")
                        .json()
                        .get("consents")
                        .findValuesAsText("caseNumber"))
                .contains(shared)
                .doesNotContain(hidden);
    }

    private static List<String> numbers(Visitor person, String search) {
        return person.get("/api/requests?size=50" + search)
                .expect(200)
                .json()
                .get("cases")
                .findValuesAsText("number");
    }
}
