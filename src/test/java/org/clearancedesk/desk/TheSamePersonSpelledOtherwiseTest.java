package org.clearancedesk.desk;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoe\u0308 Marlow",
                "Zo\u00EB\u00A0Marlow",
                "Zo\u00EB  Marlow",
                "zo\u00EB marlow",
                "Zo\u00EB Marlow\u200B",
                "\uFF3Ao\u00EB Marlow",
                "Zo\u00EB\u2009Marlow"
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
                "Ka\u02BBaihue"
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
