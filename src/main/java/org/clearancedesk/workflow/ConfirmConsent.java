package org.clearancedesk.workflow;

import static org.clearancedesk.workflow.CaseVariable.*;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.clearancedesk.request.BadInput;
import org.clearancedesk.request.Performer;
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
                        performer(task, file), file.answers(CONSENT_OUTCOME, CONSENT_REASON, CONSENT), clock));
    }

    /** Variables come from outside; the task's name does not. */
    private static Performer performer(DelegateTask task, CaseFile file) {
        return file.request().performers().stream()
                .filter(performer -> Steps.nameOf(task, performer).equals(task.getName()))
                .findFirst()
                .filter(file.performer()::equals)
                .orElseThrow(() -> new BadInput("", "This step is about the consent of somebody else."));
    }
}
