package org.clearancedesk.process.notice;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.clearancedesk.process.TaskSubjects;
import org.springframework.stereotype.Component;

/** Reminds whoever holds a task, or its group, before it is due. */
@Component
class Remind implements TaskListener {

    private final TaskSubjects subjects;
    private final Outbox outbox;

    Remind(TaskSubjects subjects, Outbox outbox) {
        this.subjects = subjects;
        this.outbox = outbox;
    }

    @Override
    public void notify(DelegateTask task) {
        outbox.queue(CaseNotices.ofTask(
                NoticeKind.REMINDER, task, subjects.performerOf(task).orElse(null)));
    }
}
