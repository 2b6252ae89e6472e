package org.clearancedesk.access;

import java.io.Serializable;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearancedesk.register.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Whoever is signed in.
 *
 * @param groups ids of the groups they are in; a group {@code production-CODE} makes them a member of that production
 * @param email null when the desk knows none
 */
public record Caller(String user, Set<String> groups, @Nullable String email) implements Serializable {

    private static final String PRODUCTION = "production-";

    public boolean isIn(DeskGroup group) {
        return groups.contains(group.id());
    }

    /** Codes of the productions that the caller is a member of. */
    public Set<String> productions() {
        return groups.stream()
                .filter(group -> group.startsWith(PRODUCTION))
                .map(group -> group.substring(PRODUCTION.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What the caller may read in the register. Only a Netflix contact sees the cases that name their address. */
    public Reader reader() {
        String contact = isIn(DeskGroup.NETFLIX_CONTACTS) ? email : null;
        return new Reader(user, groups, productions(), contact, isIn(DeskGroup.ADMINS));
    }
}
