package org.clearancedesk.people.security;

import java.util.HashMap;
import java.util.Map;

/** Places for what goes on at the same time: some for each caller, and some for all together. */
final class ConcurrencyLimiter {

    private final int ofEach;
    private final int ofAll;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    /** A number of 0 means without limit. */
    ConcurrencyLimiter(int ofEach, int ofAll) {
        this.ofEach = ofEach == 0 ? Integer.MAX_VALUE : ofEach;
        this.ofAll = ofAll == 0 ? Integer.MAX_VALUE : ofAll;
    }

    /** Takes one, to be left again, or says why there is none. */
    synchronized Answer take(String caller) {
        int own = taken.getOrDefault(caller, 0);
        if (own >= ofEach) {
            return Answer.CALLER_HAS_ALL;
        }
        if (all >= ofAll) {
            return Answer.NONE_LEFT;
        }
        taken.put(caller, own + 1);
        all++;
        return Answer.TAKEN;
    }

    synchronized void leave(String caller) {
        taken.computeIfPresent(caller, (same, own) -> own > 1 ? own - 1 : null);
        all--;
    }

    enum Answer {
        TAKEN,
        CALLER_HAS_ALL,
        NONE_LEFT
    }
}
