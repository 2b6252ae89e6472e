package org.clearancedesk.workflow;

import java.time.Duration;
import org.clearancedesk.access.Turn;
import org.clearancedesk.access.Turns;
import org.clearancedesk.register.DeskLedger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What the engine needs before the first request comes in; a second start finds it all there and changes
 * nothing. One node after the other, or two that start together would both make it.
 */
@Component
class FirstThings implements SmartInitializingSingleton {

    /** Less than the time between two runs of a node, so that one of several nodes does it each time. */
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final Turns turns;
    private final Models models;
    private final Migration migration;
    private final TaskSubjects subjects;
    private final Grants grants;
    private final SetupPage setupPage;
    private final TaskFilters filters;
    private final ObjectProvider<DemoUsers> demoUsers;
    private final DeskLedger ledger;

    FirstThings(
            Turns turns,
            Models models,
            Migration migration,
            TaskSubjects subjects,
            Grants grants,
            SetupPage setupPage,
            TaskFilters filters,
            ObjectProvider<DemoUsers> demoUsers,
            DeskLedger ledger) {
        this.turns = turns;
        this.models = models;
        this.migration = migration;
        this.subjects = subjects;
        this.grants = grants;
        this.setupPage = setupPage;
        this.filters = filters;
        this.demoUsers = demoUsers;
        this.ledger = ledger;
    }

    @Override
    public void afterSingletonsInstantiated() {
        turns.take(Turn.START, () -> {
            ledger.enterWhatIsNew();
            models.deploy();
            models.read();
            migration.run();
            subjects.noteOpenTasks();
            grants.make();
            setupPage.shut();
            filters.make();
            demoUsers.ifAvailable(DemoUsers::make);
            return true;
        });
    }

    /** For cases that were just between two steps, or in the hands of a node of the version before. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void bringTheOthers() {
        turns.takeOnceIn(HALF_AN_HOUR, Turn.MIGRATION, () -> {
            migration.run();
            subjects.noteOpenTasks();
        });
    }
}
