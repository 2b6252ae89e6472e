package org.clearancedesk.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody tried what is not theirs to do, and was refused.
 *
 * @param who the user; null when nobody was signed in, or the name that was typed belongs to nobody
 * @param route what was called, with placeholders for what the caller put into it
 * @param number the request that it was about, when there is one
 * @param address a pseudonym of where the call came from: calls from one place have the same, and nobody can tell the place
 */
public record RefusedAttempt(
        Instant at, @Nullable String who, Kind kind, String route, @Nullable String number, @Nullable String address) {

    /** What was refused. */
    public enum Kind {
        /** A user name or password was wrong. */
        SIGN_IN_FAILED,
        /** Too many were wrong before; this one was not even looked at. */
        SIGN_IN_HELD_UP,
        /** More calls in a short time than a person needs. */
        TOO_MANY_CALLS,
        /** Signed in, but the call is for others. */
        NOT_ALLOWED,
        /** A call that changes something came without the token of its session, or from a page of another site. */
        NOT_FROM_OUR_PAGES,
        /** An address or a body written as none of our pages writes it, as whoever looks for a way around a rule does. */
        DISGUISED,
        /** A case that is not there, or not for their eyes. */
        HIDDEN_CASE,
        /** A step was completed by somebody who must not, or with what is not theirs to say. */
        STEP_REFUSED,
        /** More of the same followed within the minute, and is not listed. */
        AND_MORE
    }
}
