package org.clearancedesk.workflow;

import static org.clearancedesk.workflow.CaseVariable.*;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.clearancedesk.consent.Consents;
import org.clearancedesk.register.Cases;
import org.clearancedesk.request.BadInput;
import org.clearancedesk.request.ClearanceRequest;
import org.clearancedesk.review.ConsentReview;
import org.springframework.stereotype.Component;

/** Takes talent relations' opinion on one performer or craft. */
@Component
class ConfirmConsent implements TaskListener {

    private final Completion completion;
    private final Cases cases;
    private final Consents consents;
    private final TaskSubjects subjects;

    ConfirmConsent(Completion completion, Cases cases, Consents consents, TaskSubjects subjects) {
        this.completion = completion;
        this.cases = cases;
        this.consents = consents;
        this.subjects = subjects;
    }

    @Override
    public void notify(DelegateTask task) {
        completion.record(task, file -> read(task, file));
    }

    private ConsentReview read(DelegateTask task, CaseFile file) {
        int place = subjects.placeOf(task);
        if (!file.isAboutPerformer(place)) {
            throw new BadInput("", "This step is about the consent of somebody else.");
        }
        ClearanceRequest request = cases.request(file.number());
        return ConsentReview.from(
                request.performers().get(place),
                file.answers(CONSENT_OUTCOME, CONSENT_REASON, CONSENT),
                consents.rules(file.number(), request));
    }
}
