package org.clearancedesk.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In the profile {@code demo} nobody has to know a user name. */
@RunningDesk
class TryingItOutTest {

    private static final Pattern FORM = Pattern.compile("(?s)<form([^>]*)>(.*?)</form>");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");

    private final Floor floor;

    TryingItOutTest(Floor floor) {
        this.floor = floor;
    }

    @ParameterizedTest
    @ValueSource(strings = {"requester", "requester2", "contact", "legal", "talent", "approver", "admin"})
    void oneClickOnTheSignInPageSignsIn(String user) {
        Visitor person = floor.nobody();
        Answer page = person.get("/login").expect(200);

        Answer answer = clicks(person, buttonOf(user, page));

        assertThat(answer.expect(302).header("Location")).endsWith("/").doesNotContain("error");
        person.get("/camunda/app/tasklist/default/").expect(200);
        assertThat(person.get("/camunda/api/admin/auth/user/default")
                        .expect(200)
                        .json()
                        .get("userId")
                        .asText())
                .isEqualTo(user);
    }

    @Test
    void eachButtonSaysWhoThatIsAndWhatTheyDo() {
        assertThat(floor.nobody().get("/login").expect(200).text())
                .contains("Leo Gallo", "reviews legal exposure", "Ada Minh", "sees everything, also in Cockpit");
    }

    @Test
    void noScriptIsNeeded() {
        assertThat(floor.nobody().get("/login").expect(200).text()).doesNotContain("<script");
    }

    @Test
    void theClickLeadsToThePageThatWasWanted() {
        Visitor person = floor.nobody().with("Accept", "text/html");
        person.get("/requests?mine=false").expect(302);

        Answer answer = clicks(person, buttonOf("legal", person.get("/login").expect(200)));

        assertThat(answer.expect(302).header("Location")).contains("/requests?mine=false");
    }

    @Test
    void aButtonWithoutThePagesOwnTokenOpensNothing() {
        Visitor person = floor.nobody();
        String button = buttonOf("admin", person.get("/login").expect(200));

        person.post(
                        "/login",
                        "application/x-www-form-urlencoded",
                        fields(button).replaceAll("&?_csrf=[^&]*", ""))
                .expect(403);

        person.get("/api/requests").expectProblem(401);
    }

    @Test
    void theRequestOfTheReadmeIsTaken() throws IOException {
        String request = Files.readString(Path.of("src/docs/request.json"));

        Answer answer = floor.as("requester").post("/api/requests", "application/json", request);

        assertThat(answer.expect(201).json().get("number").asText()).startsWith("GC-");
    }

    private static Answer clicks(Visitor person, String button) {
        return person.post("/login", "application/x-www-form-urlencoded", fields(button));
    }

    private static String fields(String form) {
        return HIDDEN.matcher(form)
                .results()
                .map(field -> field.group(1) + "=" + URLEncoder.encode(field.group(2), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String buttonOf(String user, Answer page) {
        List<MatchResult> buttons = FORM.matcher(page.text())
                .results()
                .filter(form -> form.group(2).contains("value=\"%s\"".formatted(user)))
                .toList();
        assertThat(buttons).as(user).hasSize(1);
        assertThat(buttons.get(0).group(1)).contains("action=\"/login\"", "method=\"post\"");
        return buttons.get(0).group(2);
    }
}
