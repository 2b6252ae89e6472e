package org.clearancedesk.process.notice;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.notice.Outbox;
import org.clearancedesk.process.TaskSubjects;
import org.springframework.stereotype.Component;

/** Tells a whole group that one of its tasks has been lying there untaken. */
@Component
class TellNobodyTookIt implements TaskListener {

    private final TaskSubjects subjects;
    private final Outbox outbox;

    TellNobodyTookIt(TaskSubjects subjects, Outbox outbox) {
        this.subjects = subjects;
        this.outbox = outbox;
    }

    @Override
    public void notify(DelegateTask task) {
        if (task.getAssignee() == null) {
            outbox.queue(CaseNotices.ofTask(
                    NoticeKind.NOBODY_TOOK_IT, task, subjects.performerOf(task).orElse(null)));
        }
    }
}
