package org.clearancedesk.process;

import static org.clearancedesk.process.CaseVariable.*;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.CleanText;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.intake.Fields;
import org.clearancedesk.intake.Performer;
import org.clearancedesk.intake.ReviewKind;
import org.clearancedesk.intake.Triage;
import org.clearancedesk.register.CanonicalJson;
import org.clearancedesk.review.Verdict;
import org.jspecify.annotations.Nullable;

/** One running case: the one place where the engine's variables become types and types become variables. */
public final class CaseFile {

    private final DelegateExecution execution;
    private final ObjectMapper json;

    CaseFile(DelegateExecution execution, ObjectMapper json) {
        this.execution = execution;
        this.json = json;
    }

    /** The case's number. It is read where no form and no program can write. */
    public String number() {
        return execution.getProcessBusinessKey();
    }

    /**
     * The request as somebody has just sent it. What was sent before is read from the record.
     *
     * @throws BadInput when it cannot be taken
     */
    public ClearanceRequest sent() {
        if (!(tree(REQUEST) instanceof Map<?, ?> given)) {
            throw new BadInput("request", "The request is missing or cannot be read. Please fill in the form again.");
        }
        return ClearanceRequest.from(json.convertValue(given, new TypeReference<Map<String, ?>>() {}));
    }

    /** Whether a variable still has exactly this value. */
    public boolean holds(CaseVariable variable, Object value) {
        TypedValue kept = execution.getVariableTyped(variable.id(), false);
        return kept instanceof PrimitiveValue<?> && value.equals(kept.getValue());
    }

    /** The digest of a variable's text as it is stored; empty when it is no JSON. */
    String digestOf(CaseVariable variable) {
        TypedValue value = execution.getVariableTyped(variable.id(), false);
        String text = value instanceof JsonValue stored ? stored.getValueSerialized() : null;
        return text != null && CanonicalJson.isJson(text) ? CanonicalJson.digestOfText(text) : "";
    }

    /** Whether the performer that this step is about is the one in that place of the request, counted from 0. */
    public boolean isAboutPerformer(int place) {
        return tree(REQUEST) instanceof Map<?, ?> request
                && request.get("performers") instanceof List<?> performers
                && place < performers.size()
                && Objects.equals(performers.get(place), tree(PERFORMER));
    }

    public boolean holds(CaseVariable variable) {
        return tree(variable) != null;
    }

    /** What somebody answered at a task, by the names of the form; what they left out is absent. */
    public Map<String, Object> answers(CaseVariable... names) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (CaseVariable name : names) {
            Object answer = tree(name);
            // Blanks around a text do not count for the desk, but the engine has no room for them.
            if (answer instanceof String text && CleanText.fitsOnlyCleaned(text, Fields.LONG_TEXT)) {
                throw new BadInput(
                        name.id(),
                        "“%s” fits only without the blank characters around it. Please remove them, and what cannot be seen in it."
                                .formatted(name.id()));
            }
            if (answer != null) {
                answers.put(name.id(), answer);
            }
        }
        return answers;
    }

    /** Gives the case its number and forgets everything else that came along. */
    public void open(String number, ClearanceRequest request, String requester) {
        Set.copyOf(execution.getVariableNames()).forEach(execution::removeVariable);
        execution.setProcessBusinessKey(number);
        keep(request, requester);
    }

    public void keep(ClearanceRequest request, String requester) {
        execution.setVariable(REQUESTER.id(), requester);
        execution.setVariable(REQUEST_NUMBER.id(), number());
        execution.setVariable(REQUEST.id(), asJson(request));
    }

    /** Keeps what the guidelines say and forgets what people said before. */
    public void keep(Triage triage, int performers) {
        CaseVariable.answers().forEach(answer -> execution.removeVariable(answer.id()));
        execution.removeVariable(VERDICT.id());
        execution.setVariable(TIER.id(), triage.tier().name());
        execution.setVariable(REVIEWS.id(), asJson(triage.reviews()));
        execution.setVariable(FINDINGS.id(), asJson(triage.findings()));
        execution.setVariable(GUIDELINE_VERSION.id(), triage.guidelineVersion());
        execution.setVariable(LEGAL_NEEDED.id(), triage.asksFor(ReviewKind.LEGAL));
        execution.setVariable(CONSENT_NEEDED.id(), triage.asksFor(ReviewKind.UNION_CONSENT));
        execution.setVariable(CONSENTS_NEEDED.id(), performers);
    }

    /** Leaves what people wrote to the record, which tells it only to those who may read the case. */
    public void forgetWords() {
        CaseVariable.words().forEach(written -> execution.removeVariable(written.id()));
    }

    public void keep(boolean covered) {
        execution.setVariable(COVERED.id(), covered);
    }

    public void keep(Verdict verdict) {
        execution.setVariable(VERDICT.id(), verdict.name());
    }

    /** Says, for the task that is made next, by when it is due and when people are reminded; then it and its timers know. */
    public void schedule(Instant due, Instant remind, Instant unclaimed) {
        Map.of(DUE_AT, due, REMIND_AT, remind, UNCLAIMED_AT, unclaimed)
                .forEach((name, at) -> execution.setVariableLocal(name.id(), Variables.dateValue(Date.from(at), true)));
    }

    /** Keeps, for one task only, whose consent it is about. */
    public void assign(Performer performer) {
        execution.setVariableLocal(PERFORMER.id(), asJson(performer));
    }

    private Object asJson(Object value) {
        try {
            return SpinValues.jsonValue(json.writeValueAsString(value)).create();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A " + value.getClass().getSimpleName() + " cannot be kept as JSON.", e);
        }
    }

    private @Nullable Object tree(CaseVariable variable) {
        return new StoredVariables(execution, json).read(variable);
    }

    public String text(CaseVariable variable) {
        if (tree(variable) instanceof String text) {
            return text;
        }
        throw new BadInput(
                variable.id(), "The case lacks “%s”. Please tell an administrator.".formatted(variable.id()));
    }
}
