package org.clearancedesk.workflow;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.springframework.stereotype.Component;

/** Tells a whole group that one of its tasks has been lying there untaken. */
@Component
class TellNobodyTookIt implements TaskListener {

    private final CaseFiles files;
    private final Outbox outbox;

    TellNobodyTookIt(CaseFiles files, Outbox outbox) {
        this.files = files;
        this.outbox = outbox;
    }

    @Override
    public void notify(DelegateTask task) {
        if (task.getAssignee() == null) {
            outbox.queue(CaseNotices.ofTask(NoticeKind.NOBODY_TOOK_IT, task, files.of(task.getExecution())));
        }
    }
}
