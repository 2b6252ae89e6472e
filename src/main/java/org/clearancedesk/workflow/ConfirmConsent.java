package org.clearancedesk.workflow;

import static org.clearancedesk.workflow.CaseVariable.*;

import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.clearancedesk.consent.Consents;
import org.clearancedesk.register.Cases;
import org.clearancedesk.request.BadInput;
import org.clearancedesk.request.Performer;
import org.clearancedesk.review.ConsentReview;
import org.springframework.stereotype.Component;

/** Takes talent relations' opinion on one performer or craft. */
@Component
class ConfirmConsent implements TaskListener {

    private final Completion completion;
    private final Cases cases;
    private final Consents consents;

    ConfirmConsent(Completion completion, Cases cases, Consents consents) {
        this.completion = completion;
        this.cases = cases;
        this.consents = consents;
    }

    @Override
    public void notify(DelegateTask task) {
        completion.record(task, file -> read(task, file));
    }

    private ConsentReview read(DelegateTask task, CaseFile file) {
        return ConsentReview.from(
                performer(task, file),
                file.answers(CONSENT_OUTCOME, CONSENT_REASON, CONSENT),
                consents.rules(file.number(), cases.request(file.number())));
    }

    /** Variables come from outside; the task's name and the record do not. */
    private Performer performer(DelegateTask task, CaseFile file) {
        List<Performer> shown = file.request().performers();
        return IntStream.range(0, shown.size())
                .filter(i -> Steps.nameOf(task, shown.get(i)).equals(task.getName()))
                .filter(i -> shown.get(i).equals(file.performer()))
                .mapToObj(i -> cases.request(file.number()).performers().get(i))
                .findFirst()
                .orElseThrow(() -> new BadInput("", "This step is about the consent of somebody else."));
    }
}
