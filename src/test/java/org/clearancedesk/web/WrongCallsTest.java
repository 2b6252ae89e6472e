package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@RunningDesk
class WrongCallsTest {

    private final Floor floor;

    WrongCallsTest(Floor floor) {
        this.floor = floor;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/nope",
                "/api/",
                "/api/requests/GC-1999-000001/nope",
                "/api/requests/GC-1999-000001",
                "/api/requests/%E2%82%AC",
                "/api/requests/'%20or%201=1",
                "/api/requests/GC-1999-000001/record"
            })
    void toAnAddressWhereNothingIsAreNotFound(String path) {
        floor.as("admin").get(path).expectProblem(404);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/requests",
        "PUT, /api/triage",
        "GET, /api/triage",
        "PATCH, /api/requests/GC-1999-000001",
        "POST, /api/requests/GC-1999-000001/record",
        "GET, /api/evidence"
    })
    void ofAnotherKindSayWhichKindsThereAre(String method, String path) {
        Answer answer =
                floor.as("requester").call(method, path, Map.of(), new byte[0]).expectProblem(405);

        assertThat(answer.header("Allow")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "image/png"})
    void forAFormatThatThereIsNotAreTold(String accept) {
        floor.as("requester").with("Accept", accept).get("/api/requests").expectProblem(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/requests/..%2f..%2fetc", "/api/requests/a;b=c", "/api/%00", "/api//requests"})
    void withATrickInTheAddressAreRefused(String path) {
        Answer answer = floor.as("requester").get(path);

        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.text()).doesNotContainIgnoringCase("exception").doesNotContain("at org.");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /requests%2fa",
        "GET, /requests%00",
        "GET, /api/requests%2fa",
        "GET, /api/%00",
        "GET, /camunda/api/engine/engine/default/task%2fa",
        "GET, /%zz",
        "GET, /a|b",
        "GET, /a\"b",
        "NON(SENSE, /requests",
        "NONSENSE, /requests",
        "TRACE, /requests"
    })
    void thatTheServerTurnsAwayItselfAreAnsweredInTheDesksWords(String method, String target) throws IOException {
        RawCall.Reply reply = new RawCall(method, target, List.of(), new byte[0]).sendTo(port());

        isInTheDesksWords(reply);
    }

    @Test
    void withLinesThatAreTooLongAreAnsweredInTheDesksWords() throws IOException {
        isInTheDesksWords(new RawCall("GET", "/" + "a".repeat(20_000), List.of(), new byte[0]).sendTo(port()));
        isInTheDesksWords(
                new RawCall("GET", "/login", List.of("X-Filler: " + "a".repeat(20_000)), new byte[0]).sendTo(port()));
    }

    @ParameterizedTest
    @CsvSource({"CONNECT, Accept: */*", "GET, Transfer-Encoding: foo", "GET, 'Transfer-Encoding: foo, chunked'"})
    void ofAKindThatNobodyKnowsAreAtFaultThemselves(String method, String header) throws IOException {
        for (String target : List.of("/login", "/api/requests")) {
            RawCall.Reply reply = new RawCall(method, target, List.of(header), new byte[0]).sendTo(port());

            assertThat(reply.status()).as(reply.text()).isBetween(301, 501).isNotEqualTo(500);
            assertThat(reply.text()).doesNotContain("Something went wrong", "HTTP Status", "Apache");
        }
    }

    private static void isInTheDesksWords(RawCall.Reply reply) {
        String body = reply.text().substring(reply.text().indexOf("\r\n\r\n") + 4);
        assertThat(reply.status()).as(reply.text()).isBetween(301, 499);
        assertThat(body)
                .doesNotContain("HTTP Status", "Apache", "Type", "Description", "Exception", "Whitelabel")
                .doesNotContainPattern("<h[13]|style>");
    }

    private int port() {
        return URI.create(floor.nobody().address()).getPort();
    }

    @Test
    void fromAPersonAreAnsweredWithAPageInWords() {
        Answer page = floor.signedIn("requester").get("/nope").expect(404);

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("There is nothing at this address").doesNotContain("Whitelabel");
    }

    @Test
    void fromAPersonToAHiddenCaseAreAnsweredWithAPageInWords() {
        Answer page =
                floor.signedIn("requester2").get("/requests/GC-1999-000001").expect(404);

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("There is no request “GC-1999-000001” that you can see");
    }

    @Test
    void fromAPersonWithAValueThatIsNoneAreAnsweredWithAPageInWords() {
        Answer page = floor.signedIn("requester").get("/requests?status=OPEN").expect(400);

        assertThat(page.text()).contains("cannot read this page").doesNotContain("Whitelabel");
    }
}
