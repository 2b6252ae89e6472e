package org.clearancedesk.people.signin;

import java.io.IOException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/** The provider does not answer, or answers that it cannot: nothing is said about the person. */
final class ProviderUnavailable extends RuntimeException {

    private ProviderUnavailable(Throwable cause) {
        super(cause);
    }

    /** @return this failure, or the silence that is behind it */
    static RuntimeException or(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ResourceAccessException
                    || cause instanceof HttpServerErrorException
                    // Also when it falls silent in the middle of a word.
                    || cause instanceof IOException) {
                return new ProviderUnavailable(failure);
            }
        }
        return failure;
    }
}
