package org.clearancedesk.people.signin;

import java.util.Optional;
import java.util.function.Supplier;

/** Makes whoever guesses passwords wait. */
public interface SignInThrottle {

    /**
     * Lets somebody try a password, unless too many tries of their account or from their address were wrong: then nothing is
     * tried, right or wrong, and the request is answered with 429.
     *
     * @param user as typed, known or not
     * @param address where the try comes from
     * @return what the try gave; empty when the password was wrong
     */
    <T> Optional<T> attempt(String user, String address, Supplier<Optional<T>> password);
}
