package org.clearancedesk.workflow;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.approval.StandingApprovals;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.clearancedesk.register.ApprovalRecord;
import org.springframework.stereotype.Component;

/** The use counts as covered only when the Netflix contact was told. */
@Component
class DiscloseCoveredUse implements JavaDelegate {

    private final CaseFiles files;
    private final StandingApprovals standing;
    private final Courier courier;
    private final ApprovalRecord record;
    private final Outbox outbox;

    DiscloseCoveredUse(
            CaseFiles files, StandingApprovals standing, Courier courier, ApprovalRecord record, Outbox outbox) {
        this.files = files;
        this.standing = standing;
        this.courier = courier;
        this.record = record;
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = files.of(execution).number();
        String by = standing.requireCovered(number);
        String because = "Covered by the standing approval %s.".formatted(by);
        courier.send(CaseNotices.ofCase(NoticeKind.COVERED_DISCLOSURE, number).because(because), List.of());
        record.covered(number, by);
        outbox.queue(CaseNotices.ofCase(NoticeKind.COVERED, number).because(because));
    }
}
