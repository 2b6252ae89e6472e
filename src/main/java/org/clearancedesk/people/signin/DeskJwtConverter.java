package org.clearancedesk.people.signin;

import java.time.Instant;
import org.clearancedesk.people.Caller;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Lets a program in with the provider's token, which has been found genuine, current and made for the desk. */
class DeskJwtConverter implements Converter<Jwt, AbstractAuthenticationToken> {

    private final UserProvisioning userProvisioning;
    private final ProviderClaims providerClaims;

    DeskJwtConverter(UserProvisioning userProvisioning, ProviderClaims providerClaims) {
        this.userProvisioning = userProvisioning;
        this.providerClaims = providerClaims;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        Instant issuedAt = token.getIssuedAt();
        if (issuedAt == null) {
            throw new SignInRefused("The token does not say when it was issued (iat).");
        }
        OidcProfile oidcProfile = providerClaims.read(token, issuedAt);
        if (oidcProfile.groups().isEmpty()) {
            throw new SignInRefused(
                    "The token names none of the groups that use the clearance desk. Please let the provider put them into its access tokens.");
        }
        Caller caller = userProvisioning.welcome(oidcProfile);
        return new JwtAuthenticationToken(token, SignedInPerson.authorities(caller), caller.user());
    }
}
