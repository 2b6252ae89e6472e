package org.clearancedesk.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.clearancedesk.intake.Step;
import org.jspecify.annotations.Nullable;

/**
 * Something that people have to be told about a request; small, and kept as JSON until it is sent.
 *
 * @param id stays the same when a sending is repeated, and so do the mails' Message-IDs
 * @param groups whose task waits or vanished
 * @param person who holds the task (REMINDER), who withdrew the request (WITHDRAWN), or who was its
 *     contact (CONTACT_RELIEVED)
 * @param step what has to be done, where somebody has to act
 * @param task the id of that task, for a link straight to it
 * @param performer whose consent is asked for, at that step
 * @param due when the step should be done
 * @param end the first moment after the last day of an approval, where that is told
 * @param reason why, in the words of who decided
 */
public record Notice(
        String id,
        NoticeKind kind,
        String requestNumber,
        List<String> groups,
        @Nullable String person,
        @Nullable Step step,
        @Nullable String task,
        @Nullable String performer,
        @Nullable Instant due,
        @Nullable Instant end,
        @Nullable String reason) {

    public Notice {
        groups = groups == null ? List.of() : List.copyOf(groups);
    }

    /** A notice that names nothing beyond its case; the other methods add to it. */
    public static Notice of(String id, NoticeKind kind, String requestNumber) {
        return new Notice(id, kind, requestNumber, List.of(), null, null, null, null, null, null, null);
    }

    public Notice toGroup(String group) {
        List<String> all = new ArrayList<>(groups);
        all.add(group);
        return new Notice(id, kind, requestNumber, all, person, step, task, performer, due, end, reason);
    }

    public Notice withPerson(@Nullable String user) {
        return new Notice(id, kind, requestNumber, groups, user, step, task, performer, due, end, reason);
    }

    public Notice aboutTask(Step waiting, @Nullable String taskId) {
        return new Notice(id, kind, requestNumber, groups, person, waiting, taskId, performer, due, end, reason);
    }

    public Notice forPerformer(@Nullable String name) {
        return new Notice(id, kind, requestNumber, groups, person, step, task, name, due, end, reason);
    }

    public Notice dueAt(@Nullable Instant instant) {
        return new Notice(id, kind, requestNumber, groups, person, step, task, performer, instant, end, reason);
    }

    public Notice endingAt(Instant instant) {
        return new Notice(id, kind, requestNumber, groups, person, step, task, performer, due, instant, reason);
    }

    public Notice because(@Nullable String words) {
        return new Notice(id, kind, requestNumber, groups, person, step, task, performer, due, end, words);
    }
}
