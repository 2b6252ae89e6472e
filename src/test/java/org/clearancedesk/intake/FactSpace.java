package org.clearancedesk.intake;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;

/** Every value that each of the 23 facts can have, and ways to walk through them. */
final class FactSpace {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Every value of every fact, in the order of the policy. */
    private static final Map<String, List<Object>> VALUES = Arrays.stream(Facts.class.getRecordComponents())
            .collect(Collectors.toMap(
                    RecordComponent::getName, FactSpace::valuesOf, (one, other) -> one, LinkedHashMap::new));

    static final List<String> NAMES = List.copyOf(VALUES.keySet());

    /** An early sketch about which every answer is reassuring. */
    static final Facts HARMLESS = Facts.from(Map.ofEntries(
            Map.entry("generative", "YES"),
            Map.entry("stage", "IDEATION"),
            Map.entry("prominence", "NOT_ON_SCREEN"),
            Map.entry("element", "REFERENCE"),
            Map.entry("outputIsOriginal", "YES"),
            Map.entry("toolKeepsNothing", "YES"),
            Map.entry("environmentIsSecured", "YES"),
            Map.entry("materialIsTemporary", "YES"),
            Map.entry("performancesHaveConsent", "YES"),
            Map.entry("toolTier", "NETFLIX_ENTERPRISE"),
            Map.entry("toolTermsReviewed", true),
            Map.entry("proprietaryInput", "NONE"),
            Map.entry("personalDataInput", false),
            Map.entry("thirdPartyReference", "NONE"),
            Map.entry("modelTraining", "NONE"),
            Map.entry("modelReusedElsewhere", false),
            Map.entry("talent", "NONE"),
            Map.entry("talentUse", "NONE"),
            Map.entry("consentStatus", "NOT_APPLICABLE"),
            Map.entry("consentException", "NONE"),
            Map.entry("misleadingRisk", "NO"),
            Map.entry("unionWorkImpact", "NO"),
            Map.entry("customPipeline", "NO")));

    private FactSpace() {}

    /** @throws NullPointerException when there is no such fact */
    static List<Object> values(String fact) {
        return Objects.requireNonNull(VALUES.get(fact), () -> "There is no fact " + fact);
    }

    static Map<String, Object> json(Facts facts) {
        return JSON.convertValue(facts, new TypeReference<>() {});
    }

    static Facts with(Facts facts, String fact, Object value) {
        Map<String, Object> changed = json(facts);
        changed.put(fact, value);
        return Facts.from(changed);
    }

    static Facts anywhere(Random random) {
        Map<String, Object> drawn = new LinkedHashMap<>();
        VALUES.forEach((fact, values) -> drawn.put(fact, values.get(random.nextInt(values.size()))));
        return Facts.from(drawn);
    }

    /** Harmless but for up to so many facts, because drawing all of them at random hardly ever gives a low tier. */
    static Facts nearlyHarmless(Random random, int changes) {
        Map<String, Object> drawn = json(HARMLESS);
        for (int change = 0; change < changes; change++) {
            String fact = NAMES.get(random.nextInt(NAMES.size()));
            List<Object> values = values(fact);
            drawn.put(fact, values.get(random.nextInt(values.size())));
        }
        return Facts.from(drawn);
    }

    private static List<Object> valuesOf(RecordComponent fact) {
        return fact.getType() == boolean.class
                ? List.of(true, false)
                : Arrays.stream(fact.getType().getEnumConstants())
                        .map(word -> (Object) ((Enum<?>) word).name())
                        .toList();
    }
}
