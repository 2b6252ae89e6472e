package org.clearancedesk.approval;

import java.util.Map;
import java.util.stream.Collectors;
import org.clearancedesk.approval.ScopeChange.ChangedFact;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.Facts;
import org.clearancedesk.intake.Guidelines;
import org.clearancedesk.register.ApprovalEvents;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.Status;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes it when a use turns out to be another than the one that was decided. */
@Component
public class ScopeChanges {

    private final CaseRepository cases;
    private final Guidelines guidelines;
    private final ApprovalEvents record;
    private final ApprovalProcess process;

    ScopeChanges(CaseRepository cases, Guidelines guidelines, ApprovalEvents record, ApprovalProcess process) {
        this.cases = cases;
        this.guidelines = guidelines;
        this.record = record;
        this.process = process;
    }

    /** What the change would mean; stores nothing. */
    public ScopeChange preview(String number, Facts changed) {
        return ScopeChange.between(
                cases.request(number).facts(), cases.triage(number).orElseThrow(), changed, guidelines.triage(changed));
    }

    /**
     * Puts a change on record. An approval stays when nothing new is asked for; else it is suspended and legal decides.
     *
     * @throws BadInput when nothing changes, or the change needs a request of its own
     */
    @Transactional
    public ScopeChange tell(String number, Facts changed, String description, String by) {
        Status status = record.lock(number);
        ScopeChange change = preview(number, changed);
        if (change.changesNothing()) {
            throw new BadInput(
                    "facts", "These are the answers that were given before. Please change what has changed.");
        }
        switch (status) {
            case APPROVED, SUSPENDED -> {}
            case DISCLOSED, COVERED -> requireNothingNew(change);
            default ->
                throw new BadInput(
                        "",
                        "Request %s has no approval that could change. Please send a new request.".formatted(number));
        }
        record.scopeChanged(
                number,
                by,
                Map.of(
                        "facts", changed,
                        "description", description,
                        "changed", change.facts(),
                        "came", change.came(),
                        "went", change.went(),
                        "tierBefore", change.before().tier(),
                        "tier", change.now().tier(),
                        "guidelineVersion", change.now().guidelineVersion(),
                        "asksForMore", change.asksForMore()));
        if (change.asksForMore()) {
            String about = change.facts().stream().map(ChangedFact::fact).collect(Collectors.joining(", "));
            process.suspend(number, new Suspension(Suspension.Cause.SCOPE_CHANGED, about, description));
        }
        return change;
    }

    private static void requireNothingNew(ScopeChange change) {
        if (change.asksForMore()) {
            throw new BadInput(
                    "facts",
                    "The changed use asks for more than was told so far, so it needs a request of its own. Please send one before you go on.");
        }
    }
}
