package org.clearancedesk.engine.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.clearancedesk.engine.health.Backlog.TaskAge;
import org.clearancedesk.people.DeskGroup;
import org.springframework.stereotype.Component;

/** What there is to do, as figures. Labels are groups and ages, never anything that a person wrote. */
@Component
class BacklogMeters implements MeterBinder {

    private static final List<DeskGroup> AT_WORK = List.of(
            DeskGroup.REQUESTERS,
            DeskGroup.NETFLIX_CONTACTS,
            DeskGroup.LEGAL,
            DeskGroup.TALENT_RELATIONS,
            DeskGroup.APPROVERS);

    private final BacklogCount work;

    BacklogMeters(BacklogCount work) {
        this.work = work;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (DeskGroup group : AT_WORK) {
            for (TaskAge age : TaskAge.values()) {
                Gauge.builder("clearance.tasks.waiting", work, count -> count.get()
                                .waiting(group.id(), age))
                        .tags("group", group.id(), "age", age.label())
                        .description("Open tasks by who they wait for and for how long")
                        .register(registry);
            }
            Gauge.builder("clearance.tasks.overdue", work, count -> count.get().overdue(group.id()))
                    .tags("group", group.id())
                    .description("Open tasks that should be done by now")
                    .register(registry);
        }
        add(registry, "clearance.notices.queued", "Mails that wait to go out", Backlog::notices);
        add(registry, "clearance.notices.oldest.seconds", "How long the oldest mail waits", now -> now.noticeLag()
                .toSeconds());
        add(registry, "clearance.jobs.oldest.due.seconds", "How long the oldest job is due", now -> now.jobLag()
                .toSeconds());
        add(registry, "clearance.jobs.failed", "Jobs that the engine has given up on", Backlog::failedJobs);
        add(registry, "clearance.incidents", "What somebody has to look at in Cockpit", Backlog::incidents);
    }

    private void add(MeterRegistry registry, String name, String words, ToDoubleFunction<Backlog> figure) {
        Gauge.builder(name, work, count -> figure.applyAsDouble(count.get()))
                .description(words)
                .register(registry);
    }
}
