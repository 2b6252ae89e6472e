package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name is who it names, whatever bytes it comes in. */
@RunningDesk
class TheSamePersonSpelledOtherwiseTest {

    private static final Map<String, String> REASON = Map.of("reason", "Revoked by mail.");

    private final Floor floor;
    private final Consented consented;

    TheSamePersonSpelledOtherwiseTest(Floor floor) {
        this.floor = floor;
        this.consented = new Consented(floor);
    }

    @Test
    void isReachedByOneWithdrawalInEveryCaseOfTheProduction() {
        String first = consented.approved("Zo\u00EB O'Marlow", "ZOE-1");
        List<String> alike = List.of(
                consented.approved("Zoe\u0308 O'Marlow", "ZOE-1"),
                consented.approved("Zo\u00EB\u00A0O\u2019Marlow", "ZOE-1"),
                consented.approved("Zo\u00EB  O'Marlow", "ZOE-1"),
                consented.approved("ZO\u00CB O\u02BCMARLOW", "zoe-1"));
        String withInvisible = consented.approved("Zo\u00EB O'Marlow\u200B", "ZOE-1");
        String other = consented.approved("Zoe O'Marlow", "ZOE-1");

        floor.as("talent")
                .post("/api/consents/" + consented.idOf(first) + "/withdrawal", REASON)
                .expect(204);

        assertThat(consented.statusOf(first)).isEqualTo("SUSPENDED");
        assertThat(alike).allSatisfy(number -> {
            assertThat(consented.stateOf(number)).isEqualTo("WITHDRAWN");
            assertThat(consented.statusOf(number)).isEqualTo("SUSPENDED");
        });
        assertThat(consented.statusOf(withInvisible)).isEqualTo("SUSPENDED");
        assertThat(consented.statusOf(other))
                .as("without her accent she is another")
                .isEqualTo("APPROVED");
    }

    @Test
    void isReachedByOneWithdrawalWhateverTheNameIsPutInto() {
        String first = consented.approved("Zo\u00EB Pope", "ZOE-4");
        List<String> alike = List.of(
                consented.approved("\u201EZo\u00EB Pope\u201C", "ZOE-4"),
                consented.approved("Zo\u00EB  Pope.", "ZOE-4"),
                consented.approved("Zo\u00EB\u00B7Pope", "ZOE-4"),
                consented.approved("Zo\u00EB \u1D18\u1D0F\u1D18\u1D07", "ZOE-4"),
                consented.approved("Zo\u00EB P\u0336o\u0336pe", "ZOE-4"));
        String other = consented.approved("Zo\u00EB Popes", "ZOE-4");

        floor.as("talent")
                .post("/api/consents/" + consented.idOf(first) + "/withdrawal", REASON)
                .expect(204);

        assertThat(alike).allSatisfy(number -> {
            assertThat(consented.stateOf(number)).isEqualTo("WITHDRAWN");
            assertThat(consented.statusOf(number)).isEqualTo("SUSPENDED");
        });
        assertThat(consented.statusOf(other)).isEqualTo("APPROVED");
    }

    @Test
    void isReachedInLettersOfAnotherScriptThatReadTheSame() {
        String latin = consented.approved("Pope", "ZOE-5");
        String cyrillic = consented.approved("\u0420\u043E\u0440\u0435", "ZOE-5");
        String russian = consented.approved("\u0420\u043E\u0440\u0435\u0448", "ZOE-5");

        floor.as("talent")
                .post("/api/consents/" + consented.idOf(cyrillic) + "/withdrawal", REASON)
                .expect(204);

        assertThat(consented.statusOf(cyrillic)).isEqualTo("SUSPENDED");
        assertThat(consented.statusOf(latin)).isEqualTo("SUSPENDED");
        assertThat(consented.statusOf(russian)).isEqualTo("APPROVED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoe\u0308 Marlow",
                "Zo\u00EB\u00A0Marlow",
                "Zo\u00EB  Marlow",
                "zo\u00EB marlow",
                "Zo\u00EB Marlow\u200B",
                "\uFF3Ao\u00EB Marlow",
                "Zo\u00EB\u2009Marlow",
                "Zo\u00EB Marlow.",
                "Zo\u00EB Marlow,",
                "\u201EZo\u00EB Marlow\u201C",
                "\"Zo\u00EB Marlow\"",
                "Zo\u00EB Ma\u0280low",
                "Zo\u00EB Mar\u0336low",
                "Zo\u00EB Mar\u20DDlow",
                "Zo\u00EB Mar\u05C4low",
                "Zo\u00EB Mar\uFE2Flow",
                "Zo\u00EB Mar\u0361low",
                "Zo\u00EB\u00B7Marlow",
                "Zo\u00EB\u30FBMarlow",
                "Zo\u00EB\u2027Marlow"
            })
    void isNamedTwiceInOneRequestOnlyByMistake(String again) {
        Map<String, Object> request = Submission.withConsent(
                Submission.performer("Zo\u00EB Marlow", "PRINCIPAL"), Submission.performer(again, "PRINCIPAL"));
        Map<String, Long> before = floor.rows();

        Answer answer = floor.as("requester").post("/api/requests", request).expectProblemAt(422, "performers[1].name");
        floor.as("requester").post("/api/requests/validation", request).expectProblemAt(422, "performers[1].name");

        assertThat(answer.text()).contains("is named twice");
        assertThat(floor.rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Keanu Re\u0435ves",
                "\u0410na Ruiz",
                "\u0391na Ruiz",
                "\u0410\u0441\u0430 Marlow",
                "\u0410\u043D\u043D\u0430 P",
                "J\u0585hn",
                "Ivan \u041F\u0435\u0442\u0440\u043E\u0432",
                "Iv\u0430n \u041F\u0435\u0442\u0440\u043E\u0432"
            })
    void isNotWrittenInLettersOfTwoScripts(String name) {
        Map<String, Object> request = Submission.withConsent(Submission.performer(name, "PRINCIPAL"));
        Map<String, Long> before = floor.rows();

        Answer answer = floor.as("requester").post("/api/requests", request).expectProblemAt(422, "performers[0].name");

        assertThat(answer.text()).contains("mixes");
        assertThat(floor.rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0418\u0432\u0430\u043D \u041F\u0435\u0442\u0440\u043E\u0432",
                "\u1F08\u03B8\u03B7\u03BD\u1FB6",
                "\uD55C\uD6A8\uB9B0",
                "\u5C71\u7530\u30A2\u30F3\u30CA",
                "\u5F35 Ivan",
                "Ka\u02BBaihue",
                "\u05DE\u05B9\u05E9\u05B6\u05C1\u05D4",
                "\u0645\u064F\u062D\u0645\u062F",
                "\u30C8\u30E0\u30FB\u30CF\u30F3\u30AF\u30B9",
                "Gal\u00B7la Plac\u00EDdia",
                "Liam O'Neil",
                "Liam O\u2019Neil",
                "Sammy Davis Jr."
            })
    void mayBeWrittenInAnyOneScript(String name) {
        floor.as("requester")
                .post("/api/requests/validation", Submission.withConsent(Submission.performer(name, "PRINCIPAL")))
                .expect(204);
    }

    @ParameterizedTest
    @CsvSource({
        "Grey\u2019s Harbour, Grey's Harbour",
        "Caf\u00E9 Noir, Cafe\u0301 Noir",
        "Caf\u00E9 Noir, Caf\u00E9\u00A0Noir",
        "Half\u2010Light, HALF-LIGHT"
    })
    void isAskedAboutATitleThatMayBeSpelledOtherwiseToo(String title, String inTheConsent) {
        Map<String, Object> request = Consented.request("Ana Title", "TITLE-1");
        request.put("production", Map.of("code", "TITLE-1", "title", title));
        Map<String, Object> terms = Consented.terms("TITLE-1");
        terms.put("titles", List.of(inTheConsent));

        assertThat(consented.stateOf(consented.confirmed(request, terms))).isEqualTo("GIVEN");
    }

    @Test
    void isFoundByAPartOfTheNameThatCouldBeReadAsLatin() {
        String number = consented.confirmed("\u0421\u043E\u0441\u043E\u0448\u0438", "ZOE-6");

        assertThat(floor.as("talent")
                        .get("/api/consents?q=" + Visitor.encoded("\u0441\u043E\u0441\u043E"))
                        .json()
                        .get("consents")
                        .findValuesAsText("caseNumber"))
                .containsExactly(number);
    }

    @Test
    void isFoundByAnySpelling() {
        String number = consented.confirmed("Chlo\u00EB  Unusual", "ZOE-3");

        assertThat(floor.as("talent")
                        .get("/api/consents?q=" + Visitor.encoded("chloe\u0308 unusual"))
                        .json()
                        .get("consents")
                        .findValuesAsText("caseNumber"))
                .containsExactly(number);
    }
}
