package org.clearancedesk.process.intake;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.clearancedesk.engine.decisions.GuidelineVersions;
import org.clearancedesk.engine.decisions.TriageResult;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.intake.ReviewKind;
import org.clearancedesk.intake.Triage;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.clearancedesk.process.CaseFiles;
import org.clearancedesk.process.notice.CaseNotices;
import org.clearancedesk.register.CaseEvents;
import org.clearancedesk.register.CaseRepository;
import org.springframework.stereotype.Component;

/** Takes the decision's result over into the case and the record. */
@Component
class TriageAgainstGuidelines implements ExecutionListener {

    private final CaseFiles files;
    private final GuidelineVersions versions;
    private final CaseEvents caseEvents;
    private final CaseRepository cases;
    private final Outbox outbox;

    TriageAgainstGuidelines(
            CaseFiles files, GuidelineVersions versions, CaseEvents caseEvents, CaseRepository cases, Outbox outbox) {
        this.files = files;
        this.versions = versions;
        this.caseEvents = caseEvents;
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
            caseEvents.triaged(file.number(), triage);
            file.keep(triage, request.performers().size());
            if (cases.get(file.number()).round() == 1) {
                outbox.queue(CaseNotices.ofCase(NoticeKind.ACKNOWLEDGEMENT, file.number()));
            }
        });
    }
}
