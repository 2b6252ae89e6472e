package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RunningDesk
class WhatBrowsersMustNotDoTest {

    private static final String POLICY = "Content-Security-Policy";

    private final Floor floor;

    WhatBrowsersMustNotDoTest(Floor floor) {
        this.floor = floor;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/requests",
                "/requests/GC-1999-000001",
                "/verify/GL-1999-000001",
                "/nowhere",
                "/desk/pages.css",
                "/desk/desk-elements.js",
                "/api/requests",
                "/api/nope",
                "/api/openapi",
                "/api/docs",
                "/api/swagger-ui/index.html",
                "/actuator/health",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                "/camunda/app/welcome/default/",
                "/camunda/lib/deps.js",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/nope",
                "/api/requests/a;b=c"
            })
    void isSaidWithEveryAnswer(String address) {
        Answer answer = floor.signedIn("admin").get(address);

        assertThat(answer.header(POLICY)).contains("default-src 'none'", "frame-ancestors 'none'", "base-uri");
        assertThat(answer.header(POLICY)).doesNotContain("unsafe-eval", "https:", "*", "strict-dynamic");
        assertThat(directive(answer, "script-src")).doesNotContain("unsafe-inline");
        assertThat(answer.response().headers().allValues(POLICY)).hasSize(1);
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()", "microphone=()", "geolocation=()");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/requests", "/verify/GL-1999-000001", "/nowhere"})
    void onOurOwnPagesIsToRunAnyScriptOrStyleWrittenIntoThem(String address) {
        Answer page = floor.signedIn("requester").get(address);

        assertThat(page.header(POLICY)).doesNotContain("script-src", "unsafe");
        assertThat(page.text()).doesNotContain("<script", "<style", " style=", " onclick", "javascript:");
    }

    @Test
    void inTasklistIsToRunAnythingButItsOwnFilesAndTheOneScriptThatItsPageCarries() {
        Answer page = floor.signedIn("requester").get("/camunda/app/tasklist/default/");

        assertThat(directive(page, "script-src")).matches("script-src 'self' 'sha256-[A-Za-z0-9+/=]{44}'");
        assertThat(page.header(POLICY)).doesNotContain("unsafe");
        assertThat(page.text()).contains("<html ng-csp").doesNotContain("nonce");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/requests",
                "/api/requests",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/user/requester/profile",
                "/login"
            })
    void isToKeepWhatIsAboutPeople(String address) {
        Answer answer = floor.signedIn("requester").get(address).expect(200);

        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void isToKeepTheLetter() {
        String number = floor.approved(Map.of("approvalOutcome", "APPROVED"));

        Answer letter = floor.signedIn("requester")
                .get("/api/requests/" + number + "/letter")
                .expect(200);

        assertThat(letter.header("Cache-Control")).contains("no-store");
        assertThat(letter.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void isToShowItsSessionToScriptsOrToOtherSites() {
        Visitor person = floor.signedIn("requester");
        List<String> cookies = person.get("/camunda/app/tasklist/default/")
                .response()
                .headers()
                .allValues("Set-Cookie");
        Visitor newcomer = floor.nobody();
        List<String> first = newcomer.get("/login").response().headers().allValues("Set-Cookie");

        assertThat(first)
                .filteredOn(cookie -> cookie.startsWith("DESK-SESSION="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(first)
                .filteredOn(cookie -> cookie.startsWith("DESK-CSRF="))
                .singleElement()
                .asString()
                .contains("SameSite=Lax", "Path=/");
        assertThat(cookies)
                .filteredOn(cookie -> cookie.startsWith("XSRF-TOKEN="))
                .singleElement()
                .asString()
                .contains("SameSite=Lax", "Path=/camunda");
    }

    private static String directive(Answer answer, String name) {
        return List.of(answer.header(POLICY).split("; ")).stream()
                .filter(directive -> directive.startsWith(name + " "))
                .findFirst()
                .orElse("");
    }
}
