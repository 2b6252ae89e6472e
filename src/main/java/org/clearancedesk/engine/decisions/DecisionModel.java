package org.clearancedesk.engine.decisions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.clearancedesk.engine.hardening.CachingFeelEngine;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The decision model now in force, read once from the class path and evaluated outside any process; stores nothing. It is
 * read when it is first asked; a start with a new model has deployed it before, and fails when it cannot be read.
 */
@Component
@Lazy
public class DecisionModel {

    public static final String RESOURCE = "bpmn/guideline-triage.dmn";
    static final String GUIDELINE_TRIAGE = "guidelineTriage";
    static final String SERVICE_LEVELS = "serviceLevels";

    private final DmnEngine engine = CachingFeelEngine.ofTables().buildEngine();
    private final Map<String, DmnDecision> decisions;
    private final String guidelineVersion;

    public DecisionModel() {
        DmnModelInstance model = read();
        decisions = engine.parseDecisions(model).stream()
                .collect(Collectors.toUnmodifiableMap(DmnDecision::getKey, Function.identity()));
        Decision triage = model.getModelElementById(GUIDELINE_TRIAGE);
        guidelineVersion = triage.getVersionTag();
    }

    /** The version tag of the model: the date of the guidelines that it states. */
    String guidelineVersion() {
        return guidelineVersion;
    }

    /** @param decision the id of a decision in the model */
    DmnDecisionResult evaluate(String decision, Map<String, Object> variables) {
        DmnDecision known = decisions.get(decision);
        if (known == null) {
            throw new IllegalArgumentException(RESOURCE + " has no decision with the id " + decision);
        }
        return engine.evaluateDecision(known, variables);
    }

    private static DmnModelInstance read() {
        try (InputStream source = new ClassPathResource(RESOURCE).getInputStream()) {
            return Dmn.readModelFromStream(source);
        } catch (IOException e) {
            throw new UncheckedIOException("The decision model " + RESOURCE + " cannot be read", e);
        }
    }
}
