package org.clearancedesk.letter;

import org.jspecify.annotations.Nullable;

/** A letter did not come about, and nothing of it was kept. Trying again works once the cause, which it names, is mended. */
final class LetterNotIssued extends RuntimeException {

    LetterNotIssued(LetterNumber number, String what, Throwable cause) {
        super("The letter %s could not be %s: %s".formatted(number, what, innermost(cause)), cause);
    }

    private static @Nullable String innermost(Throwable cause) {
        Throwable inner = cause;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner.getMessage() == null ? inner.getClass().getSimpleName() : inner.getMessage();
    }
}
