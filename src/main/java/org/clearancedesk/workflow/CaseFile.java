package org.clearancedesk.workflow;

import static org.clearancedesk.workflow.CaseVariable.*;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.clearancedesk.request.BadInput;
import org.clearancedesk.request.CleanText;
import org.clearancedesk.request.ClearanceRequest;
import org.clearancedesk.request.Fields;
import org.clearancedesk.request.Performer;
import org.clearancedesk.review.Verdict;
import org.clearancedesk.triage.Finding;
import org.clearancedesk.triage.ReviewKind;
import org.clearancedesk.triage.Tier;
import org.clearancedesk.triage.Triage;
import org.jspecify.annotations.Nullable;

/** One running case: the one place where the engine's variables become types and types become variables. */
final class CaseFile {

    private final DelegateExecution execution;
    private final ObjectMapper json;

    CaseFile(DelegateExecution execution, ObjectMapper json) {
        this.execution = execution;
        this.json = json;
    }

    /** The case's number. It is read where no form and no program can write. */
    String number() {
        return execution.getProcessBusinessKey();
    }

    String requester() {
        return text(REQUESTER);
    }

    Tier tier() {
        return Tier.valueOf(text(TIER));
    }

    /** The request as the case keeps it. */
    ClearanceRequest request() {
        return ClearanceRequest.kept(fields());
    }

    Map<String, ?> fields() {
        if (!(tree(REQUEST) instanceof Map<?, ?> given)) {
            throw new BadInput("request", "The request is missing or cannot be read. Please fill in the form again.");
        }
        return json.convertValue(given, new TypeReference<Map<String, ?>>() {});
    }

    Triage triage() {
        List<ReviewKind> reviews = List.of(json.convertValue(tree(REVIEWS), ReviewKind[].class));
        List<Finding> findings = List.of(json.convertValue(tree(FINDINGS), Finding[].class));
        return new Triage(tier(), reviews, findings, text(GUIDELINE_VERSION));
    }

    Performer performer() {
        return json.convertValue(tree(PERFORMER), Performer.class);
    }

    /** Whether what the process goes by is what request and triage say, and the requester is still the one on record. */
    boolean goesBy(ClearanceRequest request, Triage triage, String requester) {
        return Map.of(
                        REQUESTER, requester,
                        REQUEST_NUMBER, number(),
                        LEGAL_NEEDED, triage.asksFor(ReviewKind.LEGAL),
                        CONSENT_NEEDED, triage.asksFor(ReviewKind.UNION_CONSENT),
                        CONSENTS_NEEDED, request.performers().size())
                .entrySet()
                .stream()
                .allMatch(own ->
                        own.getValue().equals(execution.getVariable(own.getKey().id())));
    }

    boolean holds(CaseVariable variable) {
        return execution.getVariable(variable.id()) != null;
    }

    /** What somebody answered at a task, by the names of the form; what they left out is absent. */
    Map<String, Object> answers(CaseVariable... names) {
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
    void open(String number, ClearanceRequest request, String requester) {
        Set.copyOf(execution.getVariableNames()).forEach(execution::removeVariable);
        execution.setProcessBusinessKey(number);
        keep(request, requester);
    }

    void keep(ClearanceRequest request, String requester) {
        execution.setVariable(REQUESTER.id(), requester);
        execution.setVariable(REQUEST_NUMBER.id(), number());
        execution.setVariable(REQUEST.id(), asJson(request));
    }

    /** Keeps what the guidelines say and forgets what people said before. */
    void keep(Triage triage, int performers) {
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
    void forgetWords() {
        CaseVariable.words().forEach(written -> execution.removeVariable(written.id()));
    }

    void keep(boolean covered) {
        execution.setVariable(COVERED.id(), covered);
    }

    void keep(Verdict verdict) {
        execution.setVariable(VERDICT.id(), verdict.name());
    }

    /** Says, for the task that is made next, by when it is due and when people are reminded; then it and its timers know. */
    void schedule(Instant due, Instant remind, Instant unclaimed) {
        Map.of(DUE_AT, due, REMIND_AT, remind, UNCLAIMED_AT, unclaimed)
                .forEach((name, at) -> execution.setVariableLocal(name.id(), Variables.dateValue(Date.from(at), true)));
    }

    /** Keeps, for one task only, whose consent it is about. */
    void assign(Performer performer) {
        execution.setVariableLocal(PERFORMER.id(), asJson(performer));
    }

    /** What the card of a task shows. */
    Map<String, Object> card() {
        ClearanceRequest request = request();
        return Map.of(
                TITLE.id(), request.title(),
                PRODUCTION.id(), request.production().title(),
                ASKED_FOR.id(), tier() == Tier.ESCALATE ? "In doubt" : "Written approval");
    }

    private Object asJson(Object value) {
        try {
            return SpinValues.jsonValue(json.writeValueAsString(value)).create();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A " + value.getClass().getSimpleName() + " cannot be kept as JSON.", e);
        }
    }

    private @Nullable Object tree(CaseVariable variable) {
        TypedValue value = execution.getVariableTyped(variable.id(), false);
        if (!(value instanceof JsonValue stored) || stored.getValueSerialized() == null) {
            return execution.getVariable(variable.id());
        }
        try {
            return json.readValue(stored.getValueSerialized(), Object.class);
        } catch (JsonProcessingException e) {
            throw new BadInput(variable.id(), "“%s” cannot be read.".formatted(variable.id()));
        }
    }

    String text(CaseVariable variable) {
        if (execution.getVariable(variable.id()) instanceof String text) {
            return text;
        }
        throw new BadInput(
                variable.id(), "The case lacks “%s”. Please tell an administrator.".formatted(variable.id()));
    }
}
