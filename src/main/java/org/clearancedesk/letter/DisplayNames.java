package org.clearancedesk.letter;

import java.time.Instant;

/** Knows what the people behind user names are called. */
public interface DisplayNames {

    /**
     * The name that somebody had at some time, with the user name, such as {@code Leo Gallo (legal)}; the user name alone when
     * nothing else is known.
     */
    String nameOf(String user, Instant time);
}
