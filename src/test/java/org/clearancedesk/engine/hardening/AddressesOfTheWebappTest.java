package org.clearancedesk.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The webapp has four applications, and each has one address. */
@RunningDesk
class AddressesOfTheWebappTest {

    private final Floor floor;

    AddressesOfTheWebappTest(Floor floor) {
        this.floor = floor;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/foo/default/",
                "/camunda/app/foo",
                "/camunda/app/Tasklist/",
                "/camunda/app/COCKPIT/",
                "/camunda/app/ADMIN/default/",
                "/camunda/app/engine/",
                "/camunda/app/engine/default/",
                "/camunda/app/api/",
                "/camunda/app/tasklist-x/default/"
            })
    void nothingElseIsThere(String address) {
        for (String user : List.of("requester", "admin")) {
            for (String method : List.of("GET", "HEAD")) {
                assertThat(Webapp.of(floor, user).send(method, address, null).status())
                        .as("%s %s by %s", method, address, user)
                        .isEqualTo(404);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/api", "/camunda/api/", "/camunda/COCKPIT/", "/camunda/ADMIN/", "/COCKPIT/"})
    void norIsAnythingBesideThem(String address) {
        for (String user : List.of("requester", "admin")) {
            for (String method : List.of("GET", "HEAD")) {
                assertThat(Webapp.of(floor, user).send(method, address, null).status())
                        .as("%s %s by %s", method, address, user)
                        .isBetween(400, 499);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cockpit", "admin", "tasklist", "welcome"})
    void leadsToItsApplicationWithoutTheLastSlashToo(String application) {
        for (String end : List.of("", "/default")) {
            String written = "/camunda/app/" + application + end;
            for (String user : List.of("requester", "admin")) {
                Webapp visitor = Webapp.of(floor, user);
                Answer answer = visitor.send("GET", written + "?a=b", null);

                assertThat(answer.status()).as("%s by %s", written, user).isEqualTo(302);
                assertThat(answer.header("Location")).endsWith(written + "/?a=b");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cockpit", "admin"})
    void isForAdministratorsWhateverItsSpelling(String application) {
        String page = "/camunda/app/" + application + "/default";

        assertThat(Webapp.of(floor, "requester").send("GET", page + "/", null).status())
                .isEqualTo(403);
        assertThat(Webapp.of(floor, "requester").send("GET", page, null).text()).doesNotContain("<script");
        Webapp.of(floor, "admin").send("GET", page + "/", null).expect(200);
        Webapp.of(floor, "requester")
                .send("GET", "/camunda/app/tasklist/default/", null)
                .expect(200);
    }
}
