package org.clearancedesk.register;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Set;
import org.clearancedesk.production.ProductionCode;
import org.jspecify.annotations.Nullable;

/**
 * Whoever reads the register, with what lets them see a case.
 *
 * @param groups groups that cases were brought before
 * @param productions the productions they belong to, however their codes are written
 * @param contact the e-mail address under which requests name them as their Netflix contact, empty when they have none; null when
 *     they are no contact
 * @param everything whether they see every case
 */
public record Viewer(
        String user, Set<String> groups, Set<String> productions, @Nullable String contact, boolean everything) {

    public Viewer {
        productions = productions.stream().map(ProductionCode::keyOf).collect(toUnmodifiableSet());
    }
}
