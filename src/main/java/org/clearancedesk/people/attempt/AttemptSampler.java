package org.clearancedesk.people.attempt;

import java.time.Clock;
import java.time.Duration;
import org.clearancedesk.people.RefusedAttempt.Kind;
import org.clearancedesk.people.security.RateLimiter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a flood of attempts from filling the list: some of a kind in a minute, one line that there were more, no others.
 * What all strangers try together is limited as well, for they come from as many addresses as they like; whoever is signed in
 * is limited by themselves alone, so that no flood hides what one of the desk's own people tried.
 */
final class AttemptSampler {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int OF_ONE_KIND = 20;
    private static final int OF_ALL_STRANGERS = 600;
    private static final String STRANGERS = "";

    private final RateLimiter kinds;
    private final RateLimiter strangers;
    private final RateLimiter told;

    AttemptSampler(Clock clock) {
        this.kinds = new RateLimiter(OF_ONE_KIND, MINUTE, clock);
        this.strangers = new RateLimiter(OF_ALL_STRANGERS, MINUTE, clock);
        this.told = new RateLimiter(1, MINUTE, clock);
    }

    /** What becomes of one more by somebody who is signed in. */
    Fate ofSomebody(Kind kind, String who) {
        return limited(kind + " by " + who);
    }

    /** @param whence the name that was typed, or the address that the call came from */
    Fate ofAStranger(Kind kind, @Nullable String whence) {
        Fate fate = limited(kind + " from " + whence);
        return fate != Fate.LIST || strangers.take(STRANGERS).isZero() ? fate : oncePerMinute(STRANGERS);
    }

    private Fate limited(String key) {
        return kinds.take(key).isZero() ? Fate.LIST : oncePerMinute(key);
    }

    private Fate oncePerMinute(String key) {
        return told.take(key).isZero() ? Fate.SAY_THERE_ARE_MORE : Fate.DROP;
    }

    enum Fate {
        LIST,
        SAY_THERE_ARE_MORE,
        DROP
    }
}
