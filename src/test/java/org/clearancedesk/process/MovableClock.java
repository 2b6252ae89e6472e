package org.clearancedesk.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The desk's clock: it stands still until somebody moves it, and never goes back. */
public final class MovableClock extends Clock {

    private Instant now = Instant.parse("2026-11-23T10:00:00Z");

    public void passes(Duration time) {
        now = now.plus(time).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
