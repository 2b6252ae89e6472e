package org.clearancedesk.process.review;

import static org.clearancedesk.process.CaseVariable.*;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.clearancedesk.process.Completion;
import org.clearancedesk.review.LegalReview;
import org.springframework.stereotype.Component;

/** Takes legal's opinion. */
@Component
class ReviewLegalExposure implements TaskListener {

    private final Completion completion;

    ReviewLegalExposure(Completion completion) {
        this.completion = completion;
    }

    @Override
    public void notify(DelegateTask task) {
        completion.record(task, file -> LegalReview.from(file.answers(LEGAL_OUTCOME, LEGAL_REASON, LEGAL_CONDITIONS)));
    }
}
