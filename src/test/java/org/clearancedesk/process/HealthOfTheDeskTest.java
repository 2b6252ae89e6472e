package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

@Operated
class HealthOfTheDeskTest {

    private final Desk desk;
    private final HealthEndpoint health;
    private final JdbcClient jdbc;
    private boolean down;

    HealthOfTheDeskTest(Desk desk, HealthEndpoint health, JdbcClient jdbc) {
        this.desk = desk;
        this.health = health;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void theEngineSeesTheDesksClockAndHasNothingToDo() {
        desk.clock.passes(Duration.ofSeconds(1));
        ClockUtil.setCurrentTime(Date.from(desk.clock.instant()));
        desk.jobs.createJobQuery().list().forEach(job -> desk.jobs.deleteJob(job.getId()));
    }

    @AfterEach
    void comesUp() {
        ClockUtil.reset();
        if (down) {
            desk.post.comesUp();
            down = false;
        }
    }

    @Test
    void readinessAsksWhatNoCallCanDoWithoutAndNothingElse() {
        HealthComponent readiness = health.healthForPath("readiness");

        assertThat(readiness.getStatus()).isEqualTo(Status.UP);
        assertThat(((CompositeHealth) readiness).getComponents())
                .containsOnlyKeys("readinessState", "db", "schema", "model");
    }

    @Test
    void aMailServerThatIsDownIsToldToWhoeverLooksAfterTheDeskAndTakesNothingOutOfRotation() {
        desk.post.goesDown();
        down = true;
        desk.requester.asksFor(Use.keyVisual());

        assertThat(of("notices").getStatus()).isEqualTo(Status.UP);
        desk.clock.passes(Duration.ofMinutes(16));

        assertThat(of("notices").getStatus()).isEqualTo(Status.DOWN);
        assertThat((Long) of("notices").getDetails().get("queued")).isPositive();
        assertThat((Long) of("notices").getDetails().get("oldestSeconds")).isGreaterThan(900);
        assertThat(health.healthForPath("operations").getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.healthForPath("readiness").getStatus()).isEqualTo(Status.UP);
        assertThat(health.healthForPath("liveness").getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void whatTheEngineHasGivenUpOnDegradesTheJobsAndIsNoLongerDue() {
        desk.requester.asksFor(Use.lowRisk());
        desk.post.goesDown();
        down = true;
        desk.givesUpOn("discloseToNetflixContact");
        desk.jobs.createJobQuery().withRetriesLeft().list().forEach(job -> desk.jobs.deleteJob(job.getId()));
        desk.clock.passes(Duration.ofHours(1));

        assertThat(of("jobs").getStatus()).isEqualTo(new Status("DEGRADED"));
        assertThat(of("jobs").getDetails())
                .containsEntry("failedJobs", 1L)
                .containsEntry("incidents", 1L)
                .containsEntry("oldestDueSeconds", 0L);
        assertThat(health.healthForPath("readiness").getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void anEngineThatRunsNothingForTenMinutesIsDown() {
        desk.requester.asksFor(Use.lowRisk());
        desk.clock.passes(Duration.ofMinutes(9));
        assertThat(of("jobs").getStatus()).isEqualTo(Status.UP);

        desk.clock.passes(Duration.ofMinutes(2));
        assertThat(of("jobs").getStatus()).isEqualTo(Status.DOWN);

        for (Job job : desk.jobs.createJobQuery().messages().list()) {
            desk.jobs.executeJob(job.getId());
        }
        assertThat(of("jobs").getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void whoeverAsksHowTheDeskIsDoesNotMakeItCallItsMailServer() {
        assertThat(((CompositeHealth) health.healthForPath("operations")).getComponents())
                .containsKeys("db", "schema", "model", "jobs", "notices", "signingKey", "diskSpace")
                .doesNotContainKey("mail");
    }

    @Test
    void aDatabaseThatLacksAChangeIsNotReady() {
        jdbc.sql("update databasechangelog set id = 'gone' where id = 'legal-hold'")
                .update();
        try {
            assertThat(health.healthForPath("readiness").getStatus()).isEqualTo(Status.DOWN);
            assertThat(of("schema").getDetails().get("missing").toString()).isEqualTo("[legal-hold]");
        } finally {
            jdbc.sql("update databasechangelog set id = 'legal-hold' where id = 'gone'")
                    .update();
        }
        assertThat(health.healthForPath("readiness").getStatus()).isEqualTo(Status.UP);
    }

    private Health of(String component) {
        return (Health) health.healthForPath(component);
    }
}
