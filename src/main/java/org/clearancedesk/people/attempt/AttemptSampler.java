package org.clearancedesk.people.attempt;

import java.time.Clock;
import java.time.Duration;
import org.clearancedesk.people.security.RateLimiter;

/** Keeps a flood of attempts from filling the list: some of a kind in a minute, one line that there were more, no others. */
final class AttemptSampler {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int OF_ONE_KIND = 20;
    private static final int OF_ALL = 600;
    private static final String ALL = "";

    private final RateLimiter kinds;
    private final RateLimiter all;
    private final RateLimiter told;

    AttemptSampler(Clock clock) {
        this.kinds = new RateLimiter(OF_ONE_KIND, MINUTE, clock);
        this.all = new RateLimiter(OF_ALL, MINUTE, clock);
        this.told = new RateLimiter(1, MINUTE, clock);
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
