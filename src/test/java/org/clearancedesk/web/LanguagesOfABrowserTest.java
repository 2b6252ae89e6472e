package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser may name as many languages as it likes, and none that there are: it gets its page. */
@RunningDesk
class LanguagesOfABrowserTest {

    private static final String ELEVEN = "de,en,fr,es,it,pt,nl,sv,da,no,fi";

    private final Floor floor;

    LanguagesOfABrowserTest(Floor floor) {
        this.floor = floor;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ELEVEN,
                "de;q=0.9,en;q=0.8,fr;q=0.7,es;q=0.6,it;q=0.5,pt;q=0.4,nl;q=0.3,sv;q=0.2,da;q=0.1,no;q=0.1,fi;q=0.1",
                ", ,;;q=,de;q=nonsense,*,x-y-z-ä,%00,\"de,de-\",-",
                "",
                ",,,,,,,,,,,,,,,,,,,,"
            })
    void areAllTaken(String languages) throws IOException {
        isAnswered(List.of("Accept-Language: " + languages));
    }

    @Test
    void areTakenHoweverManyTheyAre() throws IOException {
        isAnswered(List.of("Accept-Language: " + String.join(",", Collections.nCopies(1_500, "de"))));
        isAnswered(Collections.nCopies(30, "Accept-Language: de,en"));
        isAnswered(List.of("Accept-Language: " + ELEVEN, "accept-language: " + ELEVEN));
    }

    private void isAnswered(List<String> headers) throws IOException {
        assertThat(statusOf("/login", headers)).as("%s", headers).isEqualTo(200);
        assertThat(statusOf("/desk/desk.css", headers)).as("%s", headers).isEqualTo(200);
        assertThat(statusOf("/actuator/health/liveness", headers))
                .as("%s", headers)
                .isEqualTo(200);
        assertThat(statusOf("/api/requests", headers)).as("%s", headers).isEqualTo(401);
    }

    private int statusOf(String path, List<String> headers) throws IOException {
        int port = URI.create(floor.nobody().address()).getPort();
        return new RawCall("GET", path, headers, new byte[0]).sendTo(port).status();
    }
}
