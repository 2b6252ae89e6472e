package org.clearancedesk.people;

import java.io.Serializable;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearancedesk.production.ProductionCode;
import org.clearancedesk.register.Viewer;
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

    /** The productions that the caller is a member of, each by its {@link ProductionCode key}. */
    public Set<String> productions() {
        return productionsIn(groups);
    }

    /** The productions that some groups stand for, each by its key. */
    public static Set<String> productionsIn(Set<String> groups) {
        return groups.stream()
                .filter(group -> group.startsWith(PRODUCTION))
                .map(group -> ProductionCode.keyOf(group.substring(PRODUCTION.length())))
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the caller is a member of a production, however its code is written. */
    public boolean worksOn(String productionCode) {
        return productions().contains(ProductionCode.keyOf(productionCode));
    }

    /** What the caller may read in the register. Only a Netflix contact sees the cases that name them. */
    public Viewer reader() {
        String contact = isIn(DeskGroup.NETFLIX_CONTACTS) ? Objects.requireNonNullElse(email, "") : null;
        return new Viewer(user, groups, productions(), contact, isIn(DeskGroup.ADMINS));
    }
}
