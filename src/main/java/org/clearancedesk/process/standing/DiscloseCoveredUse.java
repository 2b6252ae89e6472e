package org.clearancedesk.process.standing;

import java.util.List;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.clearancedesk.process.CaseFiles;
import org.clearancedesk.process.notice.CaseNotices;
import org.clearancedesk.process.notice.NoticeSender;
import org.clearancedesk.register.ApprovalEvents;
import org.clearancedesk.standing.StandingApprovals;
import org.springframework.stereotype.Component;

/** The use counts as covered only when the Netflix contact was told. */
@Component
class DiscloseCoveredUse implements JavaDelegate {

    private static final String STANDING_APPROVAL_OVER = "STANDING_APPROVAL_OVER";

    private final CaseFiles files;
    private final StandingApprovals standing;
    private final NoticeSender noticeSender;
    private final ApprovalEvents record;
    private final Outbox outbox;

    DiscloseCoveredUse(
            CaseFiles files,
            StandingApprovals standing,
            NoticeSender noticeSender,
            ApprovalEvents record,
            Outbox outbox) {
        this.files = files;
        this.standing = standing;
        this.noticeSender = noticeSender;
        this.record = record;
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = files.of(execution).number();
        String by = standing.coveredBy(number).orElseThrow();
        if (!standing.applies(by)) {
            throw over(number, by);
        }
        String because = "Covered by the standing approval %s.".formatted(by);
        // Whoever ends the approval meanwhile does not wait for the mail server.
        noticeSender.send(
                CaseNotices.ofCase(NoticeKind.COVERED_DISCLOSURE, number).because(because), List.of());
        if (!standing.appliesUntilDone(by, number)) {
            throw over(number, by);
        }
        record.covered(number, by);
        outbox.queue(CaseNotices.ofCase(NoticeKind.COVERED, number).because(because));
    }

    private BpmnError over(String number, String by) {
        String because = "The standing approval %s came to its end before the use was disclosed.".formatted(by);
        standing.giveBack(number);
        record.givenBack(number, by, because);
        outbox.queue(
                CaseNotices.ofCase(NoticeKind.NO_LONGER_COVERED, number, by).because(because));
        return new BpmnError(STANDING_APPROVAL_OVER);
    }
}
