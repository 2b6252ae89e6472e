package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.clearancedesk.process.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.web.ServerProperties;

@GuardedDesk
class LongSessionsTest {

    private final Floor floor;
    private final MovableClock clock;
    private final ServerProperties server;

    LongSessionsTest(Floor floor, MovableClock clock, ServerProperties server) {
        this.floor = floor;
        this.clock = clock;
        this.server = server;
    }

    @BeforeEach
    void nextDay() {
        clock.passes(Duration.ofDays(1));
    }

    @Test
    void endAfterEightHoursHoweverBusyTheyAre() {
        Visitor busy = floor.signedIn("requester");
        for (int hour = 1; hour < 8; hour++) {
            clock.passes(Duration.ofHours(1));
            busy.get("/api/requests").expect(200);
        }

        clock.passes(Duration.ofHours(1));

        busy.get("/api/requests").expectProblem(401);
        busy.get("/requests").expect(302);
        assertThat(busy.get("/camunda/api/engine/engine/guarded/task").status()).isEqualTo(401);
        busy.signsIn("requester", "requester").expect(302);
        busy.get("/api/requests").expect(200);
    }

    @Test
    void endAfterAnHourWithoutAClick() {
        assertThat(server.getServlet().getSession().getTimeout()).isEqualTo(Duration.ofHours(1));
    }
}
