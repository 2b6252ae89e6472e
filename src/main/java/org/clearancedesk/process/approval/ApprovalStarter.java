package org.clearancedesk.process.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.spin.plugin.variable.SpinValues;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.approval.Renewals;
import org.clearancedesk.engine.Models;
import org.clearancedesk.intake.ServiceLevels;
import org.clearancedesk.intake.Step;
import org.clearancedesk.intake.Tier;
import org.clearancedesk.process.CaseVariable;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.DueCondition;
import org.clearancedesk.register.LetterRepository;
import org.clearancedesk.review.LegalReview;
import org.springframework.stereotype.Component;

/** Starts the life of an approval in the transaction of its letter, once. */
@Component
public class ApprovalStarter {

    private final RuntimeService runtime;
    private final Approvals approvals;
    private final Renewals renewals;
    private final EngineApprovalProcess process;
    private final LetterRepository letters;
    private final CaseRepository cases;
    private final ServiceLevels levels;
    private final ObjectMapper json;
    private final Clock clock;

    ApprovalStarter(
            RuntimeService runtime,
            Approvals approvals,
            Renewals renewals,
            EngineApprovalProcess process,
            LetterRepository letters,
            CaseRepository cases,
            ServiceLevels levels,
            ObjectMapper json,
            Clock clock) {
        this.runtime = runtime;
        this.approvals = approvals;
        this.renewals = renewals;
        this.process = process;
        this.letters = letters;
        this.cases = cases;
        this.levels = levels;
        this.json = json;
        this.clock = clock;
    }

    /** What an approval begins with: what legal asked for when it cleared the use, and until when. */
    public record Terms(Tier tier, List<DueCondition> conditions) {}

    public Terms termsOf(String number) {
        Tier tier = cases.triage(number).orElseThrow().tier();
        Instant usuallyDue =
                clock.instant().plus(levels.of(tier, Step.FULFIL_CONDITION).due());
        List<String> words = cases.opinionsOfThisRound(number).stream()
                .map(given -> given.opinion())
                .filter(LegalReview.class::isInstance)
                .flatMap(opinion -> ((LegalReview) opinion).conditions().stream())
                .toList();
        return new Terms(tier, approvals.due(words, usuallyDue));
    }

    public void of(String number, Terms terms) {
        if (approvals.validity(number).isPresent()) {
            return;
        }
        approvals.begin(letters.ofCase(number).orElseThrow(), terms.conditions());
        runtime.startProcessInstanceByKey(
                Models.APPROVAL_PROCESS,
                number,
                variables(number, terms.tier(), terms.conditions().size()));
        renewals.predecessorOf(number).ifPresent(earlier -> process.supersede(earlier, number));
    }

    private Map<String, Object> variables(String number, Tier tier, int conditions) {
        try {
            String request = json.writeValueAsString(cases.request(number).disguised());
            return Map.of(
                    CaseVariable.REQUEST.id(), SpinValues.jsonValue(request).create(),
                    CaseVariable.REQUESTER.id(), cases.get(number).requester(),
                    CaseVariable.REQUEST_NUMBER.id(), number,
                    CaseVariable.TIER.id(), tier.name(),
                    CaseVariable.CONDITIONS_SET.id(), conditions);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A request cannot be written as JSON.", e);
        }
    }
}
