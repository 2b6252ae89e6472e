package org.clearancedesk.engine.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What there is to do at one moment, for people and for the engine.
 *
 * @param tasks open tasks by group and age
 * @param oldestJob since when the oldest job is due that nobody runs; null when none is
 * @param oldestNotice since when the oldest mail waits; null when none does
 * @param failedJobs jobs that the engine has given up on
 */
record Backlog(
        Instant at,
        List<WaitingTasks> tasks,
        @Nullable Instant oldestJob,
        @Nullable Instant oldestNotice,
        long notices,
        long failedJobs,
        long incidents) {

    Duration jobLag() {
        return since(oldestJob);
    }

    Duration noticeLag() {
        return since(oldestNotice);
    }

    long waiting(String group, TaskAge age) {
        return tasks.stream()
                .filter(row -> row.group().equals(group) && row.age() == age)
                .mapToLong(WaitingTasks::count)
                .sum();
    }

    long overdue(String group) {
        return tasks.stream()
                .filter(row -> row.group().equals(group))
                .mapToLong(WaitingTasks::overdue)
                .sum();
    }

    private Duration since(@Nullable Instant moment) {
        return moment == null || moment.isAfter(at) ? Duration.ZERO : Duration.between(moment, at);
    }

    /** Tasks of one group that wait about equally long; {@code overdue} of them should be done by now. */
    record WaitingTasks(String group, TaskAge age, long count, long overdue) {}

    /** How long a task has been waiting. */
    enum TaskAge {
        UNDER_1_DAY(Duration.ofDays(1)),
        UNDER_3_DAYS(Duration.ofDays(3)),
        UNDER_7_DAYS(Duration.ofDays(7)),
        OLDER(null);

        private final @Nullable Duration below;

        TaskAge(@Nullable Duration below) {
            this.below = below;
        }

        @Nullable
        Duration below() {
            return below;
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
