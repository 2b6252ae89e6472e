package org.clearancedesk.web.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.clearancedesk.intake.Facts;
import org.clearancedesk.intake.Finding;
import org.clearancedesk.intake.Guidelines;
import org.clearancedesk.intake.ReviewKind;
import org.clearancedesk.intake.ServiceLevels;
import org.clearancedesk.intake.Step;
import org.clearancedesk.intake.Tier;
import org.clearancedesk.intake.Triage;
import org.clearancedesk.people.DeskGroup;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TriageApi {

    private final Guidelines guidelines;
    private final ServiceLevels levels;

    TriageApi(Guidelines guidelines, ServiceLevels levels) {
        this.guidelines = guidelines;
        this.levels = levels;
    }

    @Operation(
            summary = "What the guidelines say about 23 facts",
            description =
                    "Stores nothing. Every fact is required. Facts that contradict each other are no error: they escalate.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = Facts.class))))
    @PostMapping("/api/triage")
    Answer triage(@RequestBody Map<String, Object> facts) {
        Triage triage = guidelines.triage(Facts.from(facts));
        return new Answer(
                triage.tier(), triage.reviews(), triage.findings(), triage.guidelineVersion(), stepsAfter(triage));
    }

    private List<UsualTime> stepsAfter(Triage triage) {
        if (triage.tier() == Tier.LOW) {
            return List.of();
        }
        return Arrays.stream(Step.values())
                .filter(step -> isAhead(step, triage))
                .map(step -> new UsualTime(
                        step,
                        DeskGroup.of(step).map(DeskGroup::label).orElseThrow(),
                        levels.of(triage.tier(), step).due().toString()))
                .toList();
    }

    private static boolean isAhead(Step step, Triage triage) {
        return switch (step) {
            case ASSESS_ESCALATED_USE -> triage.tier() == Tier.ESCALATE;
            case REVIEW_LEGAL_EXPOSURE -> triage.asksFor(ReviewKind.LEGAL);
            case CONFIRM_CONSENT -> triage.asksFor(ReviewKind.UNION_CONSENT);
            case APPROVE_IN_WRITING -> true;
            case AMEND_REQUEST, FULFIL_CONDITION, DECIDE_ON_HOLD, CLOSE_OUT_USE -> false;
        };
    }

    /** The triage, and how long each step that may follow usually takes. */
    record Answer(
            Tier tier,
            List<ReviewKind> reviews,
            List<Finding> findings,
            String guidelineVersion,
            List<UsualTime> serviceLevels) {}

    /**
     * How long a step usually takes at most.
     *
     * @param due an ISO 8601 duration
     */
    record UsualTime(Step step, String who, String due) {}
}
