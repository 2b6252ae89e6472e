package org.clearancedesk.process.notice;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.clearancedesk.intake.Performer;
import org.clearancedesk.intake.Step;
import org.clearancedesk.notice.Notice;
import org.clearancedesk.notice.NoticeKind;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.process.TaskIds;
import org.jspecify.annotations.Nullable;

/** Words the notices of the process. Each has an id of its own, the same one however often its sending is tried. */
public final class CaseNotices {

    private CaseNotices() {}

    /** About the case as a whole, told once. */
    public static Notice ofCase(NoticeKind kind, String number) {
        return Notice.of(number + "-" + kind, kind, number);
    }

    /** About something that happens to a case more than once; {@code which} tells one time from the other. */
    public static Notice ofCase(NoticeKind kind, String number, String which) {
        return Notice.of(number + "-" + kind + "-" + which, kind, number);
    }

    /** About a task that waits: to its group, and to whoever holds it. */
    static Notice ofTask(NoticeKind kind, DelegateTask task, @Nullable Performer performer) {
        String number = task.getExecution().getProcessBusinessKey();
        Step step = TaskIds.of(task.getTaskDefinitionKey());
        Date due = task.getDueDate();
        Notice notice = Notice.of(number + "-" + kind + "-" + task.getId(), kind, number)
                .aboutTask(step, task.getId())
                .withPerson(task.getAssignee())
                .forPerformer(performer == null ? null : performer.name())
                .dueAt(due == null ? null : Instant.ofEpochMilli(due.getTime()));
        return DeskGroup.of(step).map(group -> notice.toGroup(group.id())).orElse(notice);
    }
}
