package org.clearancedesk.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.clearancedesk.web.Submission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator types and the engine cannot keep is refused in words, and is no failure of the desk. */
@RunningDesk
class ChangesThatCannotBeMadeTest {

    private static final String LONG = "x".repeat(5_000);

    private final Floor floor;
    private Webapp admin;

    ChangesThatCannotBeMadeTest(Floor floor) {
        this.floor = floor;
    }

    @BeforeEach
    void somebodyAdministers() {
        floor.person("typing-admin", "typing-admin@desk.example", "camunda-admin");
        admin = Webapp.of(floor, "typing-admin");
    }

    private static Map<String, Object> account(String id, Map<String, String> profile) {
        Map<String, String> whole = new HashMap<>(
                Map.of("id", id, "firstName", "A", "lastName", "Person", "email", "a.person@desk.example"));
        whole.putAll(profile);
        return Map.of("profile", whole, "credentials", Map.of("password", "a new password"));
    }

    private static void isRefusedInWords(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        assertThat(answer.json().path("message").asText())
                .isNotBlank()
                .doesNotContainPattern(SearchesThatMakeNoSenseTest.ENGINE_WORDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"legal ", "a b", "a/b", "*", "camunda-admin ", "", "ÿ", "a\u0000b"})
    void aUserNameThatTheEngineDoesNotTake(String id) {
        isRefusedInWords(admin.post("user/create", account(id, Map.of())));
        isRefusedInWords(admin.post("group/create", Map.of("id", id, "name", "A group", "type", "WORKFLOW")));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "..."})
    void aUserNameOfDotsAlone(String id) {
        isRefusedInWords(admin.post("user/create", account(id, Map.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Admin", "LEGAL", "Typing-Admin"})
    void aUserNameThatIsAnotherOnesButForItsCapitals(String id) {
        Answer answer = admin.post("user/create", account(id, Map.of()));

        isRefusedInWords(answer);
        assertThat(answer.json().path("message").asText()).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LEGAL", "Camunda-Admin", "Requesters"})
    void aGroupThatIsAnotherButForItsCapitals(String id) {
        Answer answer = admin.post("group/create", Map.of("id", id, "name", "Legal", "type", "WORKFLOW"));

        isRefusedInWords(answer);
        assertThat(answer.json().path("message").asText())
                .contains("There is a group “%s” already; capitals make no other name.".formatted(id));
    }

    @Test
    void theAccountThatTheDemoMakesAtEachStartIsNotDeleted() {
        Answer answer = admin.delete("user/admin");

        isRefusedInWords(answer);
        assertThat(answer.json().path("message").asText()).contains("at each start");
        floor.signedIn("admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "firstName", "lastName", "email"})
    void aFieldOfAnAccountThatIsTooLong(String field) {
        isRefusedInWords(admin.post("user/create", account("too-long", Map.of(field, LONG))));
    }

    @Test
    void aNameInAProfileThatIsTooLong() {
        floor.person("long-named", "long-named@desk.example");

        isRefusedInWords(admin.put(
                "user/long-named/profile",
                Map.of("id", "long-named", "firstName", LONG, "lastName", "P", "email", "long-named@desk.example")));
    }

    @Test
    void somebodyWhoIsInTheGroupAlready() {
        floor.person("twice-in-it", "twice-in-it@desk.example", "requesters");

        Answer twice = admin.put("group/requesters/members/twice-in-it", Map.of());

        isRefusedInWords(twice);
        assertThat(twice.json().path("message").asText()).contains("already");
    }

    @Test
    void anAccountOrAGroupThatIsThereAlready() {
        isRefusedInWords(admin.post("user/create", account("legal", Map.of())));
        isRefusedInWords(admin.post("user/create", account("talent", Map.of("email", "another.talent@desk.example"))));
        isRefusedInWords(admin.post("group/create", Map.of("id", "legal", "name", "Legal", "type", "WORKFLOW")));
    }

    @Test
    void somebodyOrAGroupThatIsNotThere() {
        for (Answer answer : List.of(
                admin.put("group/requesters/members/nobody-at-all", Map.of()),
                admin.put("group/no-group/members/typing-admin", Map.of()),
                admin.delete("user/nobody-at-all"),
                admin.delete("group/requesters/members/nobody-at-all"))) {
            isRefusedInWords(answer);
        }
    }

    @Test
    void aFilterWithANameThatIsTooLong() {
        isRefusedInWords(admin.post(
                "filter/create", Map.of("name", "y".repeat(400), "resourceType", "Task", "query", Map.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuch", "2d1c5a52-0000-4000-8000-000000000000"})
    void triesOfAJobThatIsNotThere(String job) {
        isRefusedInWords(admin.put("job/" + job + "/retries", Map.of("retries", 1)));
        isRefusedInWords(admin.post("job/" + job + "/execute", Map.of()));
    }

    @Test
    void leavesTheDeskUsable() {
        floor.sent("requester", Submission.lowRisk());
    }
}
