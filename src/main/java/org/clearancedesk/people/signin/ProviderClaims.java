package org.clearancedesk.people.signin;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearancedesk.intake.CleanText;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.stereotype.Component;

/** Reads the provider's claims: only what is mapped counts, and only an address that the provider has verified. */
@Component
class ProviderClaims {

    private static final String PRODUCTION = "production-";
    private static final Predicate<String> CODE =
            Pattern.compile("[A-Za-z0-9-]{1,20}").asMatchPredicate();

    private final SignInProperties properties;

    ProviderClaims(SignInProperties properties) {
        this.properties = properties;
    }

    OidcProfile read(ClaimAccessor claims, Instant toldAt) {
        requireGroups(claims);
        return new OidcProfile(
                text(claims, "iss"),
                text(claims, "sub"),
                text(claims, properties.userNameClaim()),
                CleanText.line(text(claims, "given_name")),
                CleanText.line(text(claims, "family_name")),
                isTrusted(claims) ? claims.getClaimAsString("email") : null,
                groups(claims),
                toldAt);
    }

    /** Some providers say it as a text, and some say nothing and know every address all the same. */
    private boolean isTrusted(ClaimAccessor claims) {
        Object verified = claims.getClaims().get("email_verified");
        return verified == null ? properties.trustEmails() : "true".equalsIgnoreCase(verified.toString());
    }

    /** A provider that leaves the groups out says nothing about them: nobody loses a right by it. */
    private void requireGroups(ClaimAccessor claims) {
        boolean elsewhere = claims.getClaims().get("_claim_names") instanceof Map<?, ?> names
                && names.containsKey(properties.groupsClaim());
        if (inside(claims.getClaims(), properties.groupsClaim()) == null
                && (elsewhere || "true".equals(String.valueOf(claims.getClaims().get("hasgroups"))))) {
            throw new SignInRefused(
                    "You are in so many groups that the studio's sign-in leaves them out of what it tells the desk. Nothing has changed in what you may do; please ask whoever looks after accounts to send the desk its own groups only.");
        }
    }

    private Set<String> groups(ClaimAccessor claims) {
        return values(inside(claims.getClaims(), properties.groupsClaim()))
                .flatMap(this::deskGroups)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<String> deskGroups(String value) {
        // Keycloak's mapper writes groups as paths unless told otherwise.
        String plain = value.startsWith("/") ? value.substring(1) : value;
        Stream<String> named = properties.groups().entrySet().stream()
                .filter(mapped -> mapped.getValue().contains(value)
                        || mapped.getValue().contains(plain)
                        || mapped.getValue().contains("/" + plain))
                .map(mapped -> mapped.getKey().id());
        String prefix = properties.productionPrefix();
        Stream<String> production = Stream.of(value, plain)
                .filter(it -> it.startsWith(prefix))
                .map(it -> it.substring(prefix.length()))
                .filter(CODE)
                .map(PRODUCTION::concat);
        return Stream.concat(named, production);
    }

    /** A claim's own name may have dots too, as with names that are addresses. */
    private static @Nullable Object inside(Map<?, ?> claims, String path) {
        Object whole = claims.get(path);
        int dot = path.indexOf('.');
        if (whole != null || dot < 0) {
            return whole;
        }
        return claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? inside(inner, path.substring(dot + 1))
                : null;
    }

    private static Stream<String> values(@Nullable Object claim) {
        Stream<?> values = claim instanceof Collection<?> several ? several.stream() : Stream.ofNullable(claim);
        return values.filter(String.class::isInstance).map(String.class::cast);
    }

    private static String text(ClaimAccessor claims, String name) {
        return Objects.toString(claims.getClaims().get(name), "");
    }
}
