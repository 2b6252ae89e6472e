package org.clearancedesk.workflow;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.springframework.stereotype.Component;

/** Reminds whoever holds a task, or its group, before it is due. */
@Component
class Remind implements TaskListener {

    private final CaseFiles files;
    private final Outbox outbox;

    Remind(CaseFiles files, Outbox outbox) {
        this.files = files;
        this.outbox = outbox;
    }

    @Override
    public void notify(DelegateTask task) {
        outbox.queue(CaseNotices.ofTask(NoticeKind.REMINDER, task, files.of(task.getExecution())));
    }
}
