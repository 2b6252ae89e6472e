package org.clearancedesk.process.review;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.process.CaseFiles;
import org.clearancedesk.register.CaseEvents;
import org.springframework.stereotype.Component;

@Component
class RecordRefusal implements JavaDelegate {

    private final CaseFiles files;
    private final CaseEvents caseEvents;

    RecordRefusal(CaseFiles files, CaseEvents caseEvents) {
        this.files = files;
        this.caseEvents = caseEvents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        caseEvents.refused(files.of(execution).number());
    }
}
