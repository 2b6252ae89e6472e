package org.clearancedesk.people.signin;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the identity provider says about somebody who comes in.
 *
 * @param issuer with {@code subject} the one name that the provider never gives to anybody else
 * @param userName the name that they would like to have in the desk
 * @param email null unless the provider has verified it
 * @param groups ids of the desk's groups
 * @param toldAt when the provider said so
 */
record OidcProfile(
        String issuer,
        String subject,
        String userName,
        String firstName,
        String lastName,
        @Nullable String email,
        Set<String> groups,
        Instant toldAt) {}
