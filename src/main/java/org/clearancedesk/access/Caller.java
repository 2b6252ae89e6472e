package org.clearancedesk.access;

import java.util.Set;
import java.util.stream.Collectors;
import org.clearancedesk.register.Reader;

/**
 * Whoever is signed in.
 *
 * @param groups ids of the groups they are in; a group {@code production-CODE} makes them a member of that production
 */
public record Caller(String user, Set<String> groups) {

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

    /** What the caller may read in the register. */
    public Reader reader() {
        return new Reader(user, groups, productions(), isIn(DeskGroup.ADMINS));
    }
}
