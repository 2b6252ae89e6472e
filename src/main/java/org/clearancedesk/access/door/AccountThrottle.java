package org.clearancedesk.access.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clearancedesk.access.RefusedAttempt.Kind;
import org.clearancedesk.access.SignInThrottle;
import org.springframework.stereotype.Component;

/**
 * Counts wrong passwords three ways. An account that strangers guess at from everywhere waits too, yet never for whoever
 * signed in from the same place before; so nobody can shut somebody else out.
 */
@Component
class AccountThrottle implements SignInThrottle {

    private static final int PLACES = 20_000;
    private static final int LONGEST_NAME = 255;

    private final Cache<String, Boolean> knownPlaces =
            Caffeine.newBuilder().maximumSize(PLACES).build();
    private final Buckets here;
    private final Buckets account;
    private final Buckets place;
    private final AttemptLog attempts;

    AccountThrottle(Limits limits, Clock clock, AttemptLog attempts) {
        Duration time = limits.wrongTriesWithin();
        this.here = new Buckets(limits.wrongTries(), time, clock);
        this.account = new Buckets(limits.wrongTriesOfAccount(), time, clock);
        this.place = new Buckets(limits.wrongTriesFromAddress(), time, clock);
        this.attempts = attempts;
    }

    @Override
    public <T> Optional<T> attempt(String user, String address, Supplier<Optional<T>> password) {
        String name = user.substring(0, Math.min(user.length(), LONGEST_NAME));
        String both = name + '\n' + address;
        boolean known = knownPlaces.getIfPresent(both) != null;
        Duration wait = Stream.of(
                        here.waitFor(both), place.waitFor(address), known ? Duration.ZERO : account.waitFor(name))
                .max(Duration::compareTo)
                .orElseThrow();
        if (!wait.isZero()) {
            attempts.record(Kind.SIGN_IN_HELD_UP, name, null);
            throw new TooMany(wait);
        }
        Optional<T> result = password.get();
        if (result.isPresent()) {
            here.refill(both);
            knownPlaces.put(both, true);
        } else {
            // Whoever tries many at once owes them all afterwards.
            here.takeAnyhow(both);
            place.takeAnyhow(address);
            account.takeAnyhow(name);
            attempts.record(Kind.SIGN_IN_FAILED, name, null);
        }
        return result;
    }
}
