package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clearancedesk.register.EventType.APPROVAL_SUSPENDED;
import static org.clearancedesk.register.EventType.SCOPE_CHANGED;

import java.util.LinkedHashMap;
import java.util.Map;
import org.clearancedesk.approval.ScopeChange;
import org.clearancedesk.approval.ScopeChanges;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.Facts;
import org.clearancedesk.register.Status;
import org.junit.jupiter.api.Test;

@Scenario
class ChangedScopeTest {

    private final Desk desk;
    private final Life life;
    private final ScopeChanges changes;

    ChangedScopeTest(Desk desk, Life life, ScopeChanges changes) {
        this.desk = desk;
        this.life = life;
        this.changes = changes;
    }

    @Test
    void leavesTheApprovalWhenNothingNewIsAskedFor() {
        life.begins();

        ScopeChange change = tell(Use.keyVisual(), "proprietaryInput", "NON_SENSITIVE");

        assertThat(change.asksForMore()).isFalse();
        assertThat(life.status()).isEqualTo(Status.APPROVED);
        assertThat(desk.events()).contains(SCOPE_CHANGED).doesNotContain(APPROVAL_SUSPENDED);
        assertThat(desk.waitingSteps()).containsExactly("closeOutUse");
    }

    @Test
    void suspendsTheApprovalWhenSomebodysLikenessComesIn() {
        life.begins();
        Facts decided = Use.keyVisual().read().facts();
        Facts changed = Use.deAgeing("Ana").read().facts();
        ScopeChange preview = changes.preview(desk.number(), changed);
        assertThat(preview.asksForMore()).isTrue();
        assertThat(preview.facts()).extracting(ScopeChange.ChangedFact::fact).contains("talent", "talentUse");
        assertThat(preview.came()).isNotEmpty();
        assertThat(desk.events()).doesNotContain(SCOPE_CHANGED);
        assertThat(decided).isNotEqualTo(changed);

        desk.onAPage("requester", () -> changes.tell(desk.number(), changed, "Ana is on the poster now.", "requester"));

        assertThat(life.status()).isEqualTo(Status.SUSPENDED);
        assertThat(desk.events()).containsSubsequence(SCOPE_CHANGED, APPROVAL_SUSPENDED);
        assertThat(desk.waitingSteps()).containsExactly("closeOutUse", "decideOnHold");
        desk.legal.answers(
                "decideOnHold", Map.of("holdOutcome", "RELEASED", "holdReason", "She signed the poster release."));
        assertThat(life.status()).isEqualTo(Status.APPROVED);
    }

    @Test
    void isRefusedWhenNothingHasChanged() {
        life.begins();

        assertThatThrownBy(
                        () -> changes.tell(desk.number(), Use.keyVisual().read().facts(), "Nothing.", "requester"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("answers that were given before");
        assertThat(desk.events()).doesNotContain(SCOPE_CHANGED);
    }

    @Test
    void sendsADisclosedUseThatNeedsMoreToARequestOfItsOwn() {
        desk.requester.asksFor(Use.lowRisk());
        desk.runs("discloseToNetflixContact");

        assertThatThrownBy(() -> changes.tell(
                        desk.number(), Use.keyVisual().read().facts(), "It is in the picture now.", "requester"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("a request of its own");
        assertThat(life.status()).isEqualTo(Status.DISCLOSED);
        assertThat(desk.events()).doesNotContain(SCOPE_CHANGED);
    }

    @Test
    void doesNotReviveAnApprovalThatIsOver() {
        life.begins();
        life.revokes(desk.approver, "Forged.");

        assertThatThrownBy(() -> tell(Use.keyVisual(), "proprietaryInput", "NON_SENSITIVE"))
                .hasMessageContaining("has no approval that could change");
    }

    @SuppressWarnings("unchecked")
    private ScopeChange tell(Use use, String fact, String value) {
        Map<String, Object> facts =
                new LinkedHashMap<>((Map<String, Object>) use.request().get("facts"));
        facts.put(fact, value);
        return changes.tell(desk.number(), Facts.from(facts), "It changed.", "requester");
    }
}
