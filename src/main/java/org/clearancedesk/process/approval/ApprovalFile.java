package org.clearancedesk.process.approval;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.clearancedesk.approval.Validity;
import org.clearancedesk.process.CaseFile;
import org.clearancedesk.process.CaseVariable;
import org.jspecify.annotations.Nullable;

/** What a {@link CaseFile} does not need before the letter: one running approval's own variables. */
record ApprovalFile(DelegateExecution execution) {

    void keep(Validity.Date next) {
        execution.setVariable(CaseVariable.NEXT_DATE_AT.id(), Variables.dateValue(Date.from(next.at()), true));
        execution.setVariable(CaseVariable.NEXT_MARK.id(), next.mark().name());
    }

    void goesOn(boolean approvalGoesOn) {
        execution.setVariable(CaseVariable.VALIDITY_GOES_ON.id(), approvalGoesOn);
    }

    /** Keeps something beside what other branches keep under the same name. */
    void keepApart(CaseVariable variable, @Nullable String text) {
        execution.setVariableLocal(variable.id(), text);
    }

    /** Which of several conditions this is about, counted from 1. */
    int position() {
        return 1 + (Integer) execution.getVariable(CaseVariable.LOOP_COUNTER.id());
    }
}
