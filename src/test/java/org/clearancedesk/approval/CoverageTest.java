package org.clearancedesk.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.intake.Facts;
import org.clearancedesk.intake.Finding;
import org.clearancedesk.intake.ReviewKind;
import org.clearancedesk.intake.Tier;
import org.clearancedesk.intake.Triage;
import org.clearancedesk.standing.Coverage;
import org.junit.jupiter.api.Test;

/** Customary clean-up of dialogue by one tool, and everything that is a little different. */
class CoverageTest {

    private static final Finding FINAL = new Finding("G_FINAL", Tier.WRITTEN_APPROVAL, false, "It is in the cut.");
    private static final Triage LEGAL_ONLY = triage(FINAL);

    private final Map<String, Object> facts = routineFacts();
    private final ClearanceRequest base = request(Map.of(), Map.of());
    private final Coverage coverage = new Coverage(base, LEGAL_ONLY);

    private static Triage triage(Finding... findings) {
        return new Triage(Tier.WRITTEN_APPROVAL, List.of(ReviewKind.LEGAL), List.of(findings), "2025-11-11");
    }

    private static Map<String, Object> routineFacts() {
        try (InputStream source = CoverageTest.class.getResourceAsStream("/cases.json")) {
            List<Map<String, Object>> cases = new ObjectMapper().readValue(source, new TypeReference<>() {});
            Map<String, Object> facts = new HashMap<>();
            cases.stream().filter(each -> each.get("id").equals("TE-04")).forEach(each -> ((Map<?, ?>)
                            each.get("facts"))
                    .forEach((name, value) -> facts.put(String.valueOf(name), value)));
            return facts;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ClearanceRequest request(Map<String, Object> otherFacts, Map<String, Object> otherFields) {
        Map<String, Object> allFacts = new HashMap<>(facts);
        allFacts.putAll(otherFacts);
        Map<String, Object> request = new HashMap<>();
        request.put("title", "Hiss");
        request.put("description", "Take the hiss away.");
        request.put("production", Map.of("code", "ROOF-S1", "title", "Roof"));
        request.put("tool", Map.of("name", "Clean Voice", "vendor", "Eyeline"));
        request.put("netflixContact", "carla@studio.example");
        request.put("performers", List.of(Map.of("name", "Ana", "role", "PRINCIPAL", "use", "Her dialogue.")));
        request.put("facts", allFacts);
        request.putAll(otherFields);
        return ClearanceRequest.from(request);
    }

    @Test
    void coversTheSameUseWhateverItIsCalledAndWhoeverOfItsPeopleIsHeard() {
        assertThat(coverage.covers(base, LEGAL_ONLY)).isTrue();
        assertThat(coverage.covers(
                        request(
                                Map.of(),
                                Map.of("title", "Hum", "description", "Take the hum away.", "performers", List.of())),
                        LEGAL_ONLY))
                .isTrue();
    }

    @Test
    void coversNoUseWithAnyOtherFact() {
        for (RecordComponent fact : Facts.class.getRecordComponents()) {
            for (Object other : othersOf(fact)) {
                assertThat(coverage.covers(request(Map.of(fact.getName(), other), Map.of()), LEGAL_ONLY))
                        .as("%s = %s", fact.getName(), other)
                        .isFalse();
            }
        }
    }

    private List<Object> othersOf(RecordComponent fact) {
        Object now = facts.get(fact.getName());
        return fact.getType() == boolean.class
                ? List.of(!((Boolean) now))
                : Arrays.stream(fact.getType().getEnumConstants())
                        .<Object>map(String::valueOf)
                        .filter(word -> !word.equals(now))
                        .toList();
    }

    @Test
    void coversNoOtherToolProductionOrPersonAndNothingConfidentialNorARenewal() {
        List<Map<String, Object>> others = List.of(
                Map.of("tool", Map.of("name", "Clean Voice 2", "vendor", "Eyeline")),
                Map.of("tool", Map.of("name", "Clean Voice", "vendor", "Somebody")),
                Map.of("production", Map.of("code", "ROOF-S2", "title", "Roof")),
                Map.of("performers", List.of(Map.of("name", "Bruno", "role", "PRINCIPAL", "use", "His dialogue."))),
                Map.of("performers", List.of(Map.of("name", "Ana", "role", "BACKGROUND", "use", "Her dialogue."))),
                Map.of("codeName", "Blue Heron"),
                Map.of("predecessor", "GC-2026-000001"));

        assertThat(others).allSatisfy(other -> assertThat(coverage.covers(request(Map.of(), other), LEGAL_ONLY))
                .isFalse());
    }

    @Test
    void coversNothingOnceTheGuidelinesAskForMore() {
        Finding came = new Finding("E2", Tier.ESCALATE, true, "Somebody's work is affected.");

        assertThat(coverage.covers(base, triage(FINAL, came))).isFalse();
    }

    @Test
    void isOnlyForRoutine() {
        assertThatCode(coverage::requireRoutine).doesNotThrowAnyException();

        for (String use :
                List.of("LIKENESS_REFERENCE", "REPLICA", "ALTERATION_SIGNIFICANT", "ALTERATION_UNSURE", "SYNTHETIC")) {
            assertRefused(request(Map.of("talentUse", use), Map.of()), LEGAL_ONLY, "performance or a likeness");
        }
        assertRefused(request(Map.of("personalDataInput", true), Map.of()), LEGAL_ONLY, "Personal data");
        for (String training : List.of("OWNED_CLEARED", "UNOWNED", "TALENT")) {
            assertRefused(request(Map.of("modelTraining", training), Map.of()), LEGAL_ONLY, "model is trained");
        }
        assertRefused(request(Map.of(), Map.of("codeName", "Blue Heron")), LEGAL_ONLY, "confidential");
        assertRefused(base, triage(FINAL, new Finding("E2", Tier.LOW, true, "Unions.")), "somebody's consent");
    }

    private static void assertRefused(ClearanceRequest use, Triage judged, String words) {
        assertThatThrownBy(() -> new Coverage(use, judged).requireRoutine())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(words);
    }
}
