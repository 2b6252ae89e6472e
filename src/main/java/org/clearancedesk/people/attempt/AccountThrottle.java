package org.clearancedesk.people.attempt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clearancedesk.people.RefusedAttempt.Kind;
import org.clearancedesk.people.security.RateLimitProperties;
import org.clearancedesk.people.security.RateLimiter;
import org.clearancedesk.people.security.TooManyCalls;
import org.clearancedesk.people.signin.SignInThrottle;
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
    private final RateLimiter here;
    private final RateLimiter account;
    private final RateLimiter place;
    private final AttemptLog attempts;

    AccountThrottle(RateLimitProperties rateLimitProperties, Clock clock, AttemptLog attempts) {
        Duration time = rateLimitProperties.wrongTriesWithin();
        this.here = new RateLimiter(rateLimitProperties.wrongTries(), time, clock);
        this.account = new RateLimiter(rateLimitProperties.wrongTriesOfAccount(), time, clock);
        this.place = new RateLimiter(rateLimitProperties.wrongTriesFromAddress(), time, clock);
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
            attempts.recordSignIn(Kind.SIGN_IN_HELD_UP, name);
            throw new TooManyCalls(wait);
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
            attempts.recordSignIn(Kind.SIGN_IN_FAILED, name);
        }
        return result;
    }
}
