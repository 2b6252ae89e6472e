package org.clearancedesk.access.door;

import java.time.Clock;
import java.time.Duration;

/** Keeps a flood of attempts from filling the list: some of a kind in a minute, one line that there were more, no others. */
final class Flood {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int OF_ONE_KIND = 20;
    private static final int OF_ALL = 600;
    private static final String ALL = "";

    private final Buckets kinds;
    private final Buckets all;
    private final Buckets told;

    Flood(Clock clock) {
        this.kinds = new Buckets(OF_ONE_KIND, MINUTE, clock);
        this.all = new Buckets(OF_ALL, MINUTE, clock);
        this.told = new Buckets(1, MINUTE, clock);
    }

    /** What becomes of one more. */
    Fate of(String kind) {
        if (!kinds.take(kind).isZero()) {
            return oncePerMinute(kind);
        }
        return all.take(ALL).isZero() ? Fate.LIST : oncePerMinute(ALL);
    }

    private Fate oncePerMinute(String kind) {
        return told.take(kind).isZero() ? Fate.SAY_THERE_ARE_MORE : Fate.DROP;
    }

    enum Fate {
        LIST,
        SAY_THERE_ARE_MORE,
        DROP
    }
}
