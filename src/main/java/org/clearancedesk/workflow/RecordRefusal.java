package org.clearancedesk.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.register.Register;
import org.springframework.stereotype.Component;

@Component
class RecordRefusal implements JavaDelegate {

    private final CaseFiles files;
    private final Register register;

    RecordRefusal(CaseFiles files, Register register) {
        this.files = files;
        this.register = register;
    }

    @Override
    public void execute(DelegateExecution execution) {
        register.refused(files.of(execution).number());
    }
}
