package org.clearancedesk.access;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearancedesk.request.CleanText;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.stereotype.Component;

/** Reads the provider's claims: only what is mapped counts, and only an address that the provider has verified. */
@Component
class Claims {

    private static final String PRODUCTION = "production-";
    private static final Predicate<String> CODE =
            Pattern.compile("[A-Za-z0-9-]{1,20}").asMatchPredicate();

    private final SignInProperties properties;

    Claims(SignInProperties properties) {
        this.properties = properties;
    }

    Newcomer read(ClaimAccessor claims, Instant toldAt) {
        return new Newcomer(
                text(claims, "iss"),
                text(claims, "sub"),
                text(claims, properties.userNameClaim()),
                CleanText.line(text(claims, "given_name")),
                CleanText.line(text(claims, "family_name")),
                Boolean.TRUE.equals(claims.getClaims().get("email_verified")) ? claims.getClaimAsString("email") : null,
                groups(claims),
                toldAt);
    }

    private Set<String> groups(ClaimAccessor claims) {
        return values(inside(claims.getClaims(), properties.groupsClaim()))
                .flatMap(this::deskGroups)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<String> deskGroups(String value) {
        Stream<String> named = properties.groups().entrySet().stream()
                .filter(mapped -> mapped.getValue().contains(value))
                .map(mapped -> mapped.getKey().id());
        Stream<String> production = Stream.of(value)
                .filter(it -> it.startsWith(properties.productionPrefix()))
                .map(it -> it.substring(properties.productionPrefix().length()))
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
