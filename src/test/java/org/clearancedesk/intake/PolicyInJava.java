package org.clearancedesk.intake;

import static org.clearancedesk.intake.Tier.ESCALATE;
import static org.clearancedesk.intake.Tier.LOW;
import static org.clearancedesk.intake.Tier.WRITTEN_APPROVAL;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.clearancedesk.intake.Facts.Answer;
import org.clearancedesk.intake.Facts.CustomPipeline;
import org.clearancedesk.intake.Facts.Element;
import org.clearancedesk.intake.Facts.ModelTraining;
import org.clearancedesk.intake.Facts.Prominence;
import org.clearancedesk.intake.Facts.ProprietaryInput;
import org.clearancedesk.intake.Facts.Stage;
import org.clearancedesk.intake.Facts.Talent;
import org.clearancedesk.intake.Facts.TalentUse;
import org.clearancedesk.intake.Facts.ThirdPartyReference;
import org.clearancedesk.intake.Facts.ToolTier;

/** The policy told a second time, without the decision model, so that a slip of the pen in either is found. */
final class PolicyInJava {

    /** What a finding says apart from its reason. */
    record Line(String clause, Tier tier, boolean union) {

        static Line of(Finding finding) {
            return new Line(finding.clause(), finding.tier(), finding.union());
        }
    }

    private static final Set<TalentUse> REPLICA_OR_SYNTHETIC = EnumSet.of(TalentUse.REPLICA, TalentUse.SYNTHETIC);
    private static final Set<Prominence> NOTICEABLE =
            EnumSet.of(Prominence.STORY_RELEVANT, Prominence.KEY_ELEMENT, Prominence.PROCESSING);

    private final Facts facts;
    private final List<Line> lines = new ArrayList<>();

    private PolicyInJava(Facts facts) {
        this.facts = facts;
    }

    static List<Line> findings(Facts facts) {
        PolicyInJava policy = new PolicyInJava(facts);
        policy.scope();
        if (facts.generative() != Answer.NO) {
            policy.principles();
            policy.finalAndCreative();
            policy.dataToolsAndTraining();
            policy.talentAndEthics();
        }
        if (policy.lines.stream().anyMatch(line -> line.tier() != LOW)) {
            policy.lines.removeIf(line -> line.clause().equals("M1"));
        }
        return policy.lines;
    }

    static List<Line> chapter(String decision, Facts facts) {
        PolicyInJava policy = new PolicyInJava(facts);
        switch (decision) {
            case "scopeFindings" -> policy.scope();
            case "principleFindings" -> policy.principles();
            case "deliverableFindings" -> policy.finalAndCreative();
            case "dataFindings" -> policy.dataToolsAndTraining();
            case "talentFindings" -> policy.talentAndEthics();
            default -> throw new IllegalArgumentException("The policy has no chapter for " + decision);
        }
        return policy.lines;
    }

    static List<ReviewKind> reviews(List<Line> lines) {
        if (lines.stream().allMatch(line -> line.tier() == LOW)) {
            return List.of();
        }
        return lines.stream().anyMatch(Line::union)
                ? List.of(ReviewKind.LEGAL, ReviewKind.UNION_CONSENT)
                : List.of(ReviewKind.LEGAL);
    }

    private void scope() {
        if (facts.generative() == Answer.NO) {
            boolean contradiction =
                    facts.modelTraining() != ModelTraining.NONE || REPLICA_OR_SYNTHETIC.contains(facts.talentUse());
            find("SCOPE", contradiction ? ESCALATE : LOW);
        }
        when(facts.generative() == Answer.UNSURE, "SCOPE", ESCALATE);
        find("NOTIFY", LOW);
    }

    private void principles() {
        when(facts.outputIsOriginal() == Answer.NO, "P1", WRITTEN_APPROVAL);
        when(facts.outputIsOriginal() == Answer.UNSURE, "P1", ESCALATE);
        when(facts.toolKeepsNothing() != Answer.YES, "P2", ESCALATE);
        when(facts.environmentIsSecured() != Answer.YES, "P3", ESCALATE);
        when(facts.materialIsTemporary() == Answer.UNSURE, "P4", ESCALATE);
        when(facts.materialIsTemporary() == Answer.NO && facts.prominence() != Prominence.INCIDENTAL, "P4", ESCALATE);
        whenUnion(facts.performancesHaveConsent() == Answer.NO, "P5", WRITTEN_APPROVAL);
        whenUnion(facts.performancesHaveConsent() == Answer.UNSURE, "P5", ESCALATE);
    }

    private void finalAndCreative() {
        boolean isFinal = facts.stage() == Stage.FINAL;
        boolean character = facts.element() == Element.CHARACTER_OR_KEY_VISUAL;
        when(isFinal && NOTICEABLE.contains(facts.prominence()), "G_FINAL", WRITTEN_APPROVAL);
        when(facts.prominence() == Prominence.UNSURE, "M2", ESCALATE);
        when(isFinal && facts.prominence() == Prominence.NOT_ON_SCREEN, "FM1", ESCALATE);
        when(isFinal && facts.materialIsTemporary() == Answer.YES, "P4", ESCALATE);
        when(isFinal && character, "M3", WRITTEN_APPROVAL);
        when(!isFinal && (character || facts.prominence() == Prominence.KEY_ELEMENT), "C1", ESCALATE);
        when(isFinal && facts.prominence() == Prominence.INCIDENTAL, "FM2", LOW);
        when(facts.stage() == Stage.IDEATION, "M1", LOW);
    }

    private void dataToolsAndTraining() {
        ToolTier tool = facts.toolTier();
        boolean sensitive = facts.proprietaryInput() == ProprietaryInput.SENSITIVE;
        boolean nonSensitive = facts.proprietaryInput() == ProprietaryInput.NON_SENSITIVE;
        when(facts.personalDataInput(), "G_PERSONAL", WRITTEN_APPROVAL);
        when(sensitive && tool == ToolTier.NETFLIX_ENTERPRISE, "CF2", ESCALATE);
        when(nonSensitive && tool == ToolTier.NETFLIX_ENTERPRISE, "M6", LOW);
        when(sensitive && tool == ToolTier.VENDOR_ENTERPRISE, "D1", WRITTEN_APPROVAL);
        when(nonSensitive && tool == ToolTier.VENDOR_ENTERPRISE, "D1", ESCALATE);
        when(
                (sensitive || nonSensitive)
                        && tool != ToolTier.NETFLIX_ENTERPRISE
                        && tool != ToolTier.VENDOR_ENTERPRISE,
                "D1",
                WRITTEN_APPROVAL);
        when(tool == ToolTier.UNKNOWN, "CF3", ESCALATE);
        when(!facts.toolTermsReviewed(), "CF3", ESCALATE);
        when(facts.thirdPartyReference() == ThirdPartyReference.UNCLEARED, "C2", WRITTEN_APPROVAL);
        when(facts.thirdPartyReference() == ThirdPartyReference.CLEARED, "G_IP", ESCALATE);
        when(facts.modelTraining() == ModelTraining.UNOWNED, "M5", WRITTEN_APPROVAL);
        whenUnion(facts.modelTraining() == ModelTraining.TALENT, "D2", WRITTEN_APPROVAL);
        when(facts.modelTraining() == ModelTraining.OWNED_CLEARED, "D2", ESCALATE);
        when(
                facts.customPipeline() == CustomPipeline.NOT_ALL_OK || facts.customPipeline() == CustomPipeline.UNSURE,
                "CW1",
                ESCALATE);
    }

    private void talentAndEthics() {
        switch (facts.talentUse()) {
            case LIKENESS_REFERENCE -> whenUnion(true, "C2", WRITTEN_APPROVAL);
            case REPLICA -> whenUnion(true, "M4", WRITTEN_APPROVAL);
            case ALTERATION_SIGNIFICANT -> whenUnion(true, "T2", WRITTEN_APPROVAL);
            case ALTERATION_UNSURE -> whenUnion(true, "TE2", WRITTEN_APPROVAL);
            case SYNTHETIC -> whenUnion(true, "T1", WRITTEN_APPROVAL);
            case ALTERATION_CUSTOMARY -> find("TE2X", WRITTEN_APPROVAL);
            case NONE -> whenUnion(facts.talent() != Talent.NONE, "G_TALENT", ESCALATE);
        }
        whenUnion(facts.modelReusedElsewhere(), "TE3", WRITTEN_APPROVAL);
        when(facts.misleadingRisk() == Answer.YES, "E1", WRITTEN_APPROVAL);
        when(facts.misleadingRisk() == Answer.UNSURE, "E1", ESCALATE);
        whenUnion(facts.unionWorkImpact() == Answer.YES, "E2", WRITTEN_APPROVAL);
        whenUnion(facts.unionWorkImpact() == Answer.UNSURE, "E2", ESCALATE);
    }

    private void find(String clause, Tier tier) {
        lines.add(new Line(clause, tier, false));
    }

    private void when(boolean applies, String clause, Tier tier) {
        if (applies) {
            find(clause, tier);
        }
    }

    private void whenUnion(boolean applies, String clause, Tier tier) {
        if (applies) {
            lines.add(new Line(clause, tier, true));
        }
    }
}
