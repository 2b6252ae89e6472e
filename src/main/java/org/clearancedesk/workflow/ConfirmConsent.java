package org.clearancedesk.workflow;

import static org.clearancedesk.workflow.CaseVariable.*;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.clearancedesk.review.ConsentReview;
import org.springframework.stereotype.Component;

/** Takes talent relations' opinion on one performer or craft. */
@Component
class ConfirmConsent implements TaskListener {

    private final Completion completion;
    private final Clock clock;

    ConfirmConsent(Completion completion, Clock clock) {
        this.completion = completion;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        completion.record(
                task,
                file -> ConsentReview.from(
                        file.performer(), file.answers(CONSENT_OUTCOME, CONSENT_REASON, CONSENT), clock));
    }
}
