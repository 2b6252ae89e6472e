package org.clearancedesk.process.audit;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.clearancedesk.audit.Checkpoints;
import org.springframework.stereotype.Component;

@Component
class TakeCheckpoint implements JavaDelegate {

    private final Checkpoints checkpoints;

    TakeCheckpoint(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        checkpoints.take();
    }
}
