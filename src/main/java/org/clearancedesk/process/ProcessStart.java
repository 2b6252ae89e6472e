package org.clearancedesk.process;

import java.time.Duration;
import org.clearancedesk.engine.Grants;
import org.clearancedesk.engine.Migration;
import org.clearancedesk.engine.Models;
import org.clearancedesk.engine.identity.DemoUsers;
import org.clearancedesk.engine.webapp.SetupPageGuard;
import org.clearancedesk.operations.lock.ClusterLocks;
import org.clearancedesk.operations.lock.Turn;
import org.clearancedesk.register.DeskEventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What the engine needs before the first request comes in; a second start finds it all there and changes
 * nothing. One node after the other, or two that start together would both make it.
 */
@Component
class ProcessStart implements SmartInitializingSingleton {

    /** Less than the time between two runs of a node, so that one of several nodes does it each time. */
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final ClusterLocks clusterLocks;
    private final Models models;
    private final Migration migration;
    private final TaskSubjects subjects;
    private final Grants grants;
    private final SetupPageGuard setupPageGuard;
    private final TaskFilters filters;
    private final ObjectProvider<DemoUsers> demoUsers;
    private final DeskEventStore deskEvents;

    ProcessStart(
            ClusterLocks clusterLocks,
            Models models,
            Migration migration,
            TaskSubjects subjects,
            Grants grants,
            SetupPageGuard setupPageGuard,
            TaskFilters filters,
            ObjectProvider<DemoUsers> demoUsers,
            DeskEventStore deskEvents) {
        this.clusterLocks = clusterLocks;
        this.models = models;
        this.migration = migration;
        this.subjects = subjects;
        this.grants = grants;
        this.setupPageGuard = setupPageGuard;
        this.filters = filters;
        this.demoUsers = demoUsers;
        this.deskEvents = deskEvents;
    }

    @Override
    public void afterSingletonsInstantiated() {
        clusterLocks.take(Turn.START, () -> {
            deskEvents.enterWhatIsNew();
            models.deploy();
            models.read();
            migration.run();
            subjects.noteOpenTasks();
            grants.make();
            setupPageGuard.shut();
            filters.make();
            demoUsers.ifAvailable(DemoUsers::make);
            return true;
        });
    }

    /** For cases that were just between two steps, or in the hands of a node of the version before. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void bringTheOthers() {
        clusterLocks.takeOnceIn(HALF_AN_HOUR, Turn.MIGRATION, () -> {
            migration.run();
            subjects.noteOpenTasks();
        });
    }
}
