package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.clearancedesk.process.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody in the studio's own network makes up an address with every call; the proxy adds theirs behind it. */
@GuardedDesk
class BehindAProxyThatAppendsTest {

    private final Floor floor;
    private final MovableClock clock;

    BehindAProxyThatAppendsTest(Floor floor, MovableClock clock) {
        this.floor = floor;
        this.clock = clock;
    }

    @BeforeEach
    void nextDay() {
        clock.passes(Duration.ofDays(1));
    }

    @Test
    void theAddressThatTheProxyAddedIsHeldUp() {
        long heldUp = IntStream.range(0, 140)
                .filter(call -> from("203.0.113.%d, 10.1.2.3".formatted(call))
                                .get("/verify/GL-2026-000001")
                                .status()
                        == 429)
                .count();

        // Five unknown letters a minute are granted, and no time passes.
        assertThat(heldUp).isEqualTo(135);
        from("10.1.2.4").get("/verify/GL-2026-000001").expect(200);
    }

    @Test
    void aMadeUpAddressHoldsNobodyUpWhoHasIt() {
        IntStream.range(0, 61).forEach(call -> from("10.9.9.9, 10.1.2.3").get("/verify/GL-2026-000001"));

        from("10.9.9.9").get("/verify/GL-2026-000001").expect(200);
    }

    @Test
    void guessingPasswordsStops() {
        long tried = IntStream.range(0, 45)
                .filter(call -> from("198.51.100.%d, 172.16.5.5".formatted(call))
                                .withPassword("requester2", "wrong")
                                .get("/api/requests")
                                .status()
                        == 401)
                .count();

        assertThat(tried).isEqualTo(3);
    }

    private Visitor from(String forwarded) {
        return floor.nobody().with("X-Forwarded-For", forwarded);
    }
}
