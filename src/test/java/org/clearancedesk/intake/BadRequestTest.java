package org.clearancedesk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadRequestTest {

    private final Map<String, Object> facts = new HashMap<>();
    private final Map<String, Object> request = new HashMap<>(Map.of(
            "title",
            "Collapse of a building",
            "description",
            "One shot.\nIn episode 3.",
            "production",
            Map.of("code", "ETERNAUTA-S1", "title", "El Eternauta"),
            "tool",
            Map.of("name", "Generator", "vendor", "Eyeline"),
            "netflixContact",
            "carla@studio.example",
            "performers",
            List.of(performer("Ana")),
            "facts",
            facts,
            "evidence",
            List.of()));

    BadRequestTest() {
        Arrays.stream(Facts.class.getRecordComponents())
                .forEach(fact -> facts.put(
                        fact.getName(),
                        fact.getType() == boolean.class
                                ? (Object) true
                                : fact.getType().getEnumConstants()[0].toString()));
    }

    @Test
    void isOneThatASoundRequestIsNot() {
        assertThatCode(() -> ClearanceRequest.from(request)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "description", "netflixContact"})
    void namesATextThatIsMissingOrBlank(String field) {
        request.put(field, " \t ");
        assertThat(problem().field()).isEqualTo(field);

        request.remove(field);
        assertThat(problem())
                .isEqualTo(new BadInput.Problem(field, "“%s” is missing. Please fill it in.".formatted(field)));
    }

    @Test
    void namesEveryFieldAtOnce() {
        request.remove("title");
        request.put("netflixContact", "Carla");
        facts.remove("stage");
        facts.put("toolTermsReviewed", "yes");
        facts.put("talent", "NOBODY");

        assertThat(refused().problems())
                .extracting(BadInput.Problem::field)
                .containsExactlyInAnyOrder(
                        "title", "netflixContact", "facts.stage", "facts.toolTermsReviewed", "facts.talent");
    }

    @Test
    void namesEveryFactOfARequestWithoutAny() {
        request.remove("facts");

        assertThat(refused().problems()).hasSize(23).allSatisfy(problem -> assertThat(problem.field())
                .startsWith("facts."));
    }

    @Test
    void saysWhichWordsAFactTakes() {
        facts.put("stage", "SOMEWHERE");

        assertThat(problem())
                .isEqualTo(new BadInput.Problem(
                        "facts.stage",
                        "“facts.stage” cannot be “SOMEWHERE”. Please choose one of: IDEATION, TEMPORARY, FINAL."));
    }

    @ParameterizedTest
    @CsvSource({"title, 200", "description, 4000"})
    void countsTheCharactersThatFit(String field, int longest) {
        for (int fits : new int[] {longest - 1, longest}) {
            request.put(field, "é".repeat(fits));
            assertThatCode(() -> ClearanceRequest.from(request)).doesNotThrowAnyException();
        }
        request.put(field, "é".repeat(longest + 1));

        assertThat(problem())
                .isEqualTo(new BadInput.Problem(
                        field,
                        "“%s” has %,d characters; %,d fit. Please shorten it.".formatted(field, longest + 1, longest)));
    }

    @Test
    void takesLineBreaksOnlyWhereTextIsLong() {
        request.put("title", "Two\nlines");

        assertThat(problem().field()).isEqualTo("title");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"carla", "carla@studio", "carla@studio.example, leo@studio.example", "Carla <c@studio.example>"})
    void needsOneEmailAddressOfTheContact(String address) {
        request.put("netflixContact", address);

        assertThat(problem().field()).isEqualTo("netflixContact");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EL ETERNAUTA", "ETERNAUTA_S1", "ABCDEFGHIJKLMNOPQRSTU", "../S1"})
    void needsAProductionCodeOfLettersDigitsAndDashes(String code) {
        request.put("production", Map.of("code", code, "title", "El Eternauta"));

        assertThat(problem().field()).isEqualTo("production.code");
    }

    @Test
    void namesThePerformerAndTheField() {
        request.put("performers", List.of(performer("Ana"), Map.of("name", "Bruno", "role", "LEAD", "use", "x")));

        assertThat(problem().field()).isEqualTo("performers[1].role");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DECEASED", "MINOR"})
    void asksWhoSpeaksForThoseWhoCannotConsentThemselves(String role) {
        request.put("performers", List.of(Map.of("name", "Ana", "role", role, "use", "x")));

        assertThat(problem().field()).isEqualTo("performers[0].representative");
    }

    @Test
    void tellsNamesakesApart() {
        request.put("performers", List.of(performer("Ana"), performer("ANA")));

        assertThat(problem().field()).isEqualTo("performers[1].name");
        assertThat(problem().message()).contains("“ANA” is named twice.");
    }

    @Test
    void takesNoFieldThatNobodyAskedFor() {
        request.put("tier", "LOW");
        facts.put("approved", true);

        assertThat(refused().problems())
                .extracting(BadInput.Problem::field)
                .containsExactlyInAnyOrder("tier", "facts.approved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"performers", "evidence", "production", "tool", "facts"})
    void saysWhatKindOfValueIsExpected(String field) {
        request.put(field, "text");

        assertThat(refused().problems()).anySatisfy(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.message()).contains("must be");
        });
    }

    @Test
    void takesNoListWithoutEnd() {
        request.put(
                "performers",
                IntStream.range(0, 101)
                        .mapToObj(index -> performer("P" + index))
                        .toList());

        assertThat(refused().problems())
                .contains(new BadInput.Problem("performers", "“performers” must be a list of at most 100 entries."));
    }

    @Test
    void saysThatConsentNeedsSomebodyToAsk() {
        request.put("performers", List.of());
        ClearanceRequest nobody = ClearanceRequest.from(request);

        BadInput refused = catchThrowableOfType(BadInput.class, nobody::requirePerformers);

        assertThat(refused.problems()).singleElement().satisfies(problem -> assertThat(problem.field())
                .isEqualTo("performers"));
    }

    private BadInput refused() {
        return catchThrowableOfType(BadInput.class, () -> ClearanceRequest.from(request));
    }

    private BadInput.Problem problem() {
        assertThat(refused().problems()).hasSize(1);
        return refused().problems().get(0);
    }

    private static Map<String, Object> performer(String name) {
        return Map.of("name", name, "role", "PRINCIPAL", "use", "Shown younger");
    }
}
