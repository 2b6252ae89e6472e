package org.clearancedesk.access;

import java.time.Instant;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Lets a program in with the provider's token, which has been found genuine, current and made for the desk. */
class BearerCalls implements Converter<Jwt, AbstractAuthenticationToken> {

    private final Arrivals arrivals;
    private final Claims claims;

    BearerCalls(Arrivals arrivals, Claims claims) {
        this.arrivals = arrivals;
        this.claims = claims;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        Instant issuedAt = token.getIssuedAt();
        if (issuedAt == null) {
            throw new SignInRefused("The token does not say when it was issued (iat).");
        }
        Newcomer newcomer = claims.read(token, issuedAt);
        if (newcomer.groups().isEmpty()) {
            throw new SignInRefused(
                    "The token names none of the groups that use the clearance desk. Please let the provider put them into its access tokens.");
        }
        Caller caller = arrivals.welcome(newcomer);
        return new JwtAuthenticationToken(token, SignedInPerson.authorities(caller), caller.user());
    }
}
