package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By somebody without an account who has a letter on paper. */
@RunningDesk
class TypingALetterNumberTest {

    private final Floor floor;
    private final JdbcClient jdbc;
    private String number = "";
    private String letter = "";

    TypingALetterNumberTest(Floor floor, JdbcClient jdbc) {
        this.floor = floor;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void issue() {
        number = floor.approved(Map.of("approvalOutcome", "APPROVED"));
        letter = floor.letterOf(number);
    }

    @Test
    void leadsToTheLetterInAnyCaseWithBlanksAndDashesOfAnyKindOrNone() {
        for (String typed : new String[] {
            letter,
            letter.toLowerCase(Locale.ROOT),
            letter + " ",
            letter + ".",
            "(" + letter + ")",
            letter.replace('-', '_'),
            letter.replace('-', ' '),
            letter.replace("-", ""),
            letter.replace('-', '\u2013'),
            letter.replace('-', '\u00A0'),
            letter.replace('1', 'l').replace('0', 'o')
        }) {
            String path = Visitor.encoded(typed).replace("+", "%20");
            assertThat(floor.nobody().get("/verify/" + path).expect(200).text())
                    .as(typed)
                    .contains("Letter " + letter, "holds today");
            assertThat(floor.nobody()
                            .with("Accept", "application/json")
                            .get("/verify/" + path)
                            .expect(200)
                            .json()
                            .get("letter")
                            .asText())
                    .isEqualTo(letter);
            assertThat(floor.nobody().get("/v/" + path).expect(302).header("Location"))
                    .endsWith("/verify/" + letter);
        }
    }

    @Test
    void leadsToALetterOfEarlierDaysToo() {
        String earlier = "GL" + number.substring(2);
        rename(letter, earlier);
        try {
            for (String typed : new String[] {
                earlier, earlier.toLowerCase(Locale.ROOT), earlier + "%20", earlier.replace("-", "%E2%80%93")
            }) {
                assertThat(floor.nobody().get("/verify/" + typed).expect(200).text())
                        .contains("Letter " + earlier, "holds today");
            }
            assertThat(floor.as("requester")
                            .get("/api/requests/" + number + "/letter")
                            .expect(200)
                            .header("Content-Disposition"))
                    .contains(earlier + ".pdf");
            assertThat(floor.as("requester").get("/api/requests?q=" + earlier).text())
                    .contains(number);
            floor.as("requester").get("/api/requests/" + number + "/record.zip").expect(200);
        } finally {
            rename(earlier, letter);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GL-2026-7K3M", "nonsense", "GC-2026-000042", "GL-2026-7K3M-9QWU", "%3Cscript%3E"})
    void getsAHintHowANumberLooksWhenItCannotBeRead(String typed) {
        Answer page = floor.nobody().get("/verify/" + typed).expect(404);
        Answer problem = floor.nobody()
                .with("Accept", "application/json")
                .get("/verify/" + typed)
                .expectProblem(404);
        Answer file = floor.nobody()
                .with("Accept", "application/json")
                .upload("/verify/" + typed, "a.pdf", "%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        assertThat(page.text())
                .contains("looks like GL-2026-7K3M-9QWT")
                .doesNotContain("issued no letter", "unknown", "<script>");
        assertThat(problem.json().get("detail").asText()).contains("looks like GL-2026-7K3M-9QWT");
        file.expectProblem(404);
        floor.nobody().get("/v/" + typed).expect(404);
    }

    @Test
    void tellsOfANumberThatNoLetterHasNoMoreThanThatItIsUnknown() {
        Answer page = floor.nobody().get("/verify/gl-1999-7k3m-9qwt").expect(200);

        assertThat(page.text()).contains("Letter GL-1999-7K3M-9QWT", "issued no letter under this number");
        assertThat(floor.nobody()
                        .with("Accept", "application/json")
                        .get("/verify/gl-1999-7k3m-9qwt")
                        .text())
                .isEqualTo(
                        "{\"letter\":\"GL-1999-7K3M-9QWT\",\"state\":\"UNKNOWN\",\"issuedOn\":null,\"validUntil\":null,\"digest\":null}");
    }

    private void rename(String before, String after) {
        jdbc.sql("update clearance_letter set number = ? where number = ?")
                .params(after, before)
                .update();
    }
}
