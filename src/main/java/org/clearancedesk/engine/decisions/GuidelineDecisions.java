package org.clearancedesk.engine.decisions;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clearancedesk.intake.Facts;
import org.clearancedesk.intake.Guidelines;
import org.clearancedesk.intake.Triage;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Triages facts outside a process. Equal facts always give the same triage, and one evaluation takes milliseconds
 * because the engine parses every cell again, so the last thousand are remembered.
 */
@Component
public class GuidelineDecisions implements Guidelines {

    private static final int REMEMBERED = 1_000;
    private static final TypeReference<Map<String, Object>> JSON_OBJECT = new TypeReference<>() {};

    private final DecisionModel model;
    private final ObjectMapper json;
    private final Map<Facts, Triage> remembered = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Facts, Triage> eldest) {
            return size() > REMEMBERED;
        }
    });

    public GuidelineDecisions(@Lazy DecisionModel model, ObjectMapper json) {
        this.model = model;
        this.json = json;
    }

    @Override
    public Triage triage(Facts facts) {
        Triage known = remembered.get(facts);
        if (known != null) {
            return known;
        }
        // Not computeIfAbsent: it would hold the lock while the model is evaluated.
        Triage triage = evaluate(facts);
        remembered.put(facts, triage);
        return triage;
    }

    private Triage evaluate(Facts facts) {
        Map<String, Object> request = Map.of("facts", json.convertValue(facts, JSON_OBJECT));
        return TriageResult.from(
                model.evaluate(DecisionModel.GUIDELINE_TRIAGE, Map.of("request", request)), model.guidelineVersion());
    }
}
