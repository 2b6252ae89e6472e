package org.clearancedesk.engine.health;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.clearancedesk.engine.Models;
import org.clearancedesk.engine.health.Backlog.TaskAge;
import org.clearancedesk.engine.health.Backlog.WaitingTasks;
import org.clearancedesk.operations.CachedSupplier;
import org.clearancedesk.operations.OperationsProperties;
import org.clearancedesk.people.DeskGroup;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what there is to do, and keeps the count for a while. */
@Component
class BacklogCount implements Supplier<Backlog> {

    /** One statement for all open tasks: the engine's own queries would take one for each group and age. */
    private static final String TASKS =
            """
            select grp, age, count(*), sum(late) from (
              select coalesce(l.group_id_, :requesters) as grp,
                     case %s else '%s' end as age,
                     case when t.due_date_ < :now then 1 else 0 end as late
              from act_ru_task t
              left join act_ru_identitylink l
                on l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null
            ) waiting group by grp, age
            """
                    .formatted(
                            Arrays.stream(TaskAge.values())
                                    .filter(age -> age.below() != null)
                                    .map(age -> "when t.create_time_ > :%1$s then '%1$s'".formatted(age.name()))
                                    .collect(Collectors.joining(" ")),
                            TaskAge.OLDER);

    /** What the engine has given up on is failed, not due. A job without a date is due when it is made. */
    private static final String JOBS =
            """
            select min(case when retries_ > 0 and suspension_state_ = 1 and coalesce(duedate_, create_time_) <= :now
                            then coalesce(duedate_, create_time_) end),
                   min(case when process_def_key_ = :notices then create_time_ end),
                   sum(case when process_def_key_ = :notices then 1 else 0 end),
                   sum(case when retries_ = 0 then 1 else 0 end)
            from act_ru_job""";

    private final JdbcClient jdbc;
    private final RuntimeService runtime;
    private final Clock clock;
    private final CachedSupplier<Backlog> counted;

    BacklogCount(JdbcClient jdbc, RuntimeService runtime, Clock clock, OperationsProperties operations) {
        this.jdbc = jdbc;
        this.runtime = runtime;
        this.clock = clock;
        this.counted = new CachedSupplier<>(operations.remember(), this::count);
    }

    @Override
    public Backlog get() {
        return counted.get();
    }

    private Backlog count() {
        Instant now = clock.instant();
        List<WaitingTasks> tasks = tasks(now);
        long incidents = runtime.createIncidentQuery().count();
        return jdbc.sql(JOBS)
                .param("now", Timestamp.from(now))
                .param("notices", Models.NOTICE_PROCESS)
                .query((row, index) -> new Backlog(
                        now,
                        tasks,
                        instant(row.getTimestamp(1)),
                        instant(row.getTimestamp(2)),
                        row.getLong(3),
                        row.getLong(4),
                        incidents))
                .single();
    }

    private List<WaitingTasks> tasks(Instant now) {
        JdbcClient.StatementSpec question =
                jdbc.sql(TASKS).param("requesters", DeskGroup.REQUESTERS.id()).param("now", Timestamp.from(now));
        for (TaskAge age : TaskAge.values()) {
            Duration below = age.below();
            if (below != null) {
                question = question.param(age.name(), Timestamp.from(now.minus(below)));
            }
        }
        return question.query((row, index) -> new WaitingTasks(
                        row.getString(1), TaskAge.valueOf(row.getString(2)), row.getLong(3), row.getLong(4)))
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp column) {
        return column == null ? null : column.toInstant();
    }
}
