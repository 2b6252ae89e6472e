package org.clearancedesk.letter;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clearancedesk.intake.Facts;

/** The 23 facts as the letter lists them: they mark out the use that is approved. */
public final class DeclaredFacts {

    static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("generative", "The tool is generative"),
            Map.entry("stage", "Where the material ends up"),
            Map.entry("prominence", "How it is seen or heard"),
            Map.entry("element", "What is made"),
            Map.entry("outputIsOriginal", "The output copies nothing that is not owned"),
            Map.entry("toolKeepsNothing", "The tool keeps and learns nothing"),
            Map.entry("environmentIsSecured", "The environment is secured"),
            Map.entry("materialIsTemporary", "The material is temporary"),
            Map.entry("performancesHaveConsent", "No performance or union work without consent"),
            Map.entry("toolTier", "Terms under which the tool runs"),
            Map.entry("toolTermsReviewed", "The tool’s terms were read"),
            Map.entry("proprietaryInput", "Netflix-owned material that goes in"),
            Map.entry("personalDataInput", "Personal data goes in"),
            Map.entry("thirdPartyReference", "References to somebody else’s work or person"),
            Map.entry("modelTraining", "What a model is trained on"),
            Map.entry("modelReusedElsewhere", "The model is used for another title"),
            Map.entry("talent", "Who is depicted or heard"),
            Map.entry("talentUse", "What is done to them"),
            Map.entry("consentStatus", "Consent as known at intake"),
            Map.entry("consentException", "Exception claimed at intake"),
            Map.entry("misleadingRisk", "Could be taken for real"),
            Map.entry("unionWorkImpact", "Affects union-represented work"),
            Map.entry("customPipeline", "Every step of a chain of tools is in order"));

    private DeclaredFacts() {}

    public static List<Row> of(Facts facts) {
        List<Row> rows = new ArrayList<>();
        for (RecordComponent fact : Facts.class.getRecordComponents()) {
            rows.add(new Row(LABELS.getOrDefault(fact.getName(), fact.getName()), words(fact, facts)));
        }
        return rows;
    }

    private static String words(RecordComponent fact, Facts facts) {
        try {
            Object value = fact.getAccessor().invoke(facts);
            if (value == null) {
                // It was not among the facts when the request was sent.
                return "Not asked";
            }
            return value instanceof Enum<?> word ? Labels.word(word) : Boolean.TRUE.equals(value) ? "Yes" : "No";
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The fact %s cannot be read.".formatted(fact.getName()), e);
        }
    }
}
