package org.clearancedesk.people;

import java.util.List;
import org.clearancedesk.people.RefusedAttempt.Kind;
import org.jspecify.annotations.Nullable;

/** Keeps in mind who was refused what. It stays when everything else about the refused call is rolled back. */
public interface RefusedAttempts {

    /**
     * Notes that whoever is signed in was refused what they are just calling, once for each call: the first who says so
     * knows best what it was. What is answered with 403 or 415 is noted by itself.
     *
     * @param number the request that it was about; null when there is none
     */
    void record(Kind kind, @Nullable String number);

    /** Newest first; {@code page} begins with 0. */
    List<RefusedAttempt> newest(int page, int size);
}
