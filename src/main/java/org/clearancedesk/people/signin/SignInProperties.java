package org.clearancedesk.people.signin;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.clearancedesk.people.DeskGroup;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the studio's identity provider speaks of people. Issuer, client and audience stand beside it and go to Spring
 * Security.
 *
 * @param userNameClaim names somebody in the desk for good, such as {@code preferred_username}
 * @param groupsClaim lists somebody's groups; a dot leads into an object, as in {@code realm_access.roles}
 * @param groups for each group of the desk the values of that claim that make somebody a member
 * @param productionPrefix a value that begins with it makes somebody a member of the production whose code follows
 * @param recheckAfter how long the desk trusts what the provider last said about somebody's session
 * @param trustEmails whether an address counts about which the provider does not say whether it has verified it
 */
@ConfigurationProperties("clearance-desk.sign-in")
record SignInProperties(
        @DefaultValue("preferred_username") String userNameClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue Map<DeskGroup, Set<String>> groups,
        @DefaultValue("production-") String productionPrefix,
        @DefaultValue("5m") Duration recheckAfter,
        @DefaultValue("false") boolean trustEmails) {}
