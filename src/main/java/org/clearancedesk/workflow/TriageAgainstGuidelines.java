package org.clearancedesk.workflow;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.clearancedesk.register.Cases;
import org.clearancedesk.register.Register;
import org.clearancedesk.request.ClearanceRequest;
import org.clearancedesk.triage.ReviewKind;
import org.clearancedesk.triage.Triage;
import org.springframework.stereotype.Component;

/** Takes the decision's result over into the case and the record. */
@Component
class TriageAgainstGuidelines implements ExecutionListener {

    private final CaseFiles files;
    private final GuidelineVersions versions;
    private final Register register;
    private final Cases cases;
    private final Outbox outbox;

    TriageAgainstGuidelines(
            CaseFiles files, GuidelineVersions versions, Register register, Cases cases, Outbox outbox) {
        this.files = files;
        this.versions = versions;
        this.register = register;
        this.cases = cases;
        this.outbox = outbox;
    }

    @Override
    public void notify(DelegateExecution execution) {
        files.forPerson(execution, file -> {
            DmnDecisionResult result = (DmnDecisionResult) execution.getVariable("decisionResult");
            Triage triage = TriageResult.from(result, versions.usedBy(execution.getProcessDefinitionId()));
            ClearanceRequest request = cases.request(file.number());
            if (triage.asksFor(ReviewKind.UNION_CONSENT)) {
                request.requirePerformers();
            }
            register.triaged(file.number(), triage);
            file.keep(triage, request.performers().size());
            if (cases.get(file.number()).round() == 1) {
                outbox.queue(CaseNotices.ofCase(NoticeKind.ACKNOWLEDGEMENT, file.number()));
            }
        });
    }
}
