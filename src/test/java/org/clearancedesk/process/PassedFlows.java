package org.clearancedesk.process;

import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.spring.boot.starter.event.ExecutionEvent;
import org.springframework.transaction.event.TransactionalEventListener;

/** The sequence flows that tokens really took: the engine's history knows only nodes. What was rolled back is not in. */
class PassedFlows {

    private final Set<String> taken = new TreeSet<>();

    @TransactionalEventListener
    void took(ExecutionEvent event) {
        if ("take".equals(event.getEventName())) {
            taken.add(event.getCurrentTransitionId());
        }
    }

    Set<String> ids() {
        return Set.copyOf(taken);
    }
}
