package org.clearancedesk.process.consent;

import static org.clearancedesk.process.CaseVariable.*;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.clearancedesk.consent.Consents;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.process.CaseFile;
import org.clearancedesk.process.Completion;
import org.clearancedesk.process.TaskSubjects;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.review.ConsentReview;
import org.springframework.stereotype.Component;

/** Takes talent relations' opinion on one performer or craft. */
@Component
class ConfirmConsent implements TaskListener {

    private final Completion completion;
    private final CaseRepository cases;
    private final Consents consents;
    private final TaskSubjects subjects;

    ConfirmConsent(Completion completion, CaseRepository cases, Consents consents, TaskSubjects subjects) {
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
