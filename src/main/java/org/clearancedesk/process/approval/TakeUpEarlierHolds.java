package org.clearancedesk.process.approval;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A step of the models up to release 0.1.0, at which an approval can stand while the desk is upgraded. */
@Component
class TakeUpEarlierHolds implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        // Nothing has ever been held up before its letter was out: until then a change leads back to the requester.
    }
}
