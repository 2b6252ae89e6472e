package org.clearancedesk.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.web.context.SecurityContextRepository;

/** Asks the provider anew about somebody with a session, by renewing their tokens. */
class TokenRefresh {

    private final OAuth2AuthorizedClientRepository clients;
    private final OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> renewal;
    private final DeskOidcUserService provider;
    private final SecurityContextRepository contexts;
    private final Clock clock;
    private final OidcIdTokenDecoderFactory idTokens = new OidcIdTokenDecoderFactory();

    TokenRefresh(
            OAuth2AuthorizedClientRepository clients,
            OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> renewal,
            DeskOidcUserService provider,
            SecurityContextRepository contexts,
            Clock clock) {
        this.clients = clients;
        this.renewal = renewal;
        this.provider = provider;
        this.contexts = contexts;
        this.clock = clock;
    }

    /**
     * Goes on with what the provider says now.
     *
     * @throws AuthenticationException when it does not vouch for them, or not for any group of the desk
     * @throws OAuth2AuthorizationException when it does not renew their tokens
     * @throws ProviderUnavailable when it does not answer
     */
    void about(OAuth2AuthenticationToken person, HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizedClient client =
                clients.loadAuthorizedClient(person.getAuthorizedClientRegistrationId(), person, request);
        if (client == null) {
            throw new SignInRefused("Please sign in again.");
        }
        try {
            OAuth2RefreshToken renewable = client.getRefreshToken();
            OidcUser told =
                    renewable == null ? asked(client, person) : renewed(client, renewable, person, request, response);
            keep(told, person, request, response);
        } catch (AuthenticationException | OAuth2AuthorizationException failure) {
            throw ProviderUnavailable.or(failure);
        }
    }

    private OidcUser asked(OAuth2AuthorizedClient client, OAuth2AuthenticationToken person) {
        Instant end = client.getAccessToken().getExpiresAt();
        if (end == null || end.isBefore(clock.instant())) {
            throw new SignInRefused("Please sign in again.");
        }
        return provider.loadAgain(
                new OidcUserRequest(client.getClientRegistration(), client.getAccessToken(), idTokenOf(person)));
    }

    private OidcUser renewed(
            OAuth2AuthorizedClient client,
            OAuth2RefreshToken renewable,
            OAuth2AuthenticationToken person,
            HttpServletRequest request,
            HttpServletResponse response) {
        ClientRegistration registration = client.getClientRegistration();
        OAuth2AccessTokenResponse fresh = renewal.getTokenResponse(
                new OAuth2RefreshTokenGrantRequest(registration, client.getAccessToken(), renewable));
        clients.saveAuthorizedClient(
                new OAuth2AuthorizedClient(
                        registration, person.getName(), fresh.getAccessToken(), fresh.getRefreshToken()),
                person,
                request,
                response);
        return fresh.getAdditionalParameters().get("id_token") instanceof String idToken
                ? provider.loadUser(
                        new OidcUserRequest(registration, fresh.getAccessToken(), read(idToken, registration, person)))
                : provider.loadAgain(new OidcUserRequest(registration, fresh.getAccessToken(), idTokenOf(person)));
    }

    private OidcIdToken read(String idToken, ClientRegistration registration, OAuth2AuthenticationToken person) {
        try {
            Jwt read = idTokens.createDecoder(registration).decode(idToken);
            OidcIdToken first = idTokenOf(person);
            if (!first.getSubject().equals(read.getSubject())
                    || !String.valueOf(first.getClaimAsString("iss")).equals(read.getClaimAsString("iss"))) {
                throw new SignInRefused("The studio's sign-in now speaks of somebody else. Please sign in again.");
            }
            return new OidcIdToken(read.getTokenValue(), read.getIssuedAt(), read.getExpiresAt(), read.getClaims());
        } catch (JwtException unreadable) {
            if (ProviderUnavailable.or(unreadable) instanceof ProviderUnavailable silent) {
                throw silent;
            }
            throw new SignInRefused("The studio's sign-in cannot be believed. Please sign in again.");
        }
    }

    private void keep(
            OidcUser told, OAuth2AuthenticationToken person, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                new OAuth2AuthenticationToken(told, told.getAuthorities(), person.getAuthorizedClientRegistrationId()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private static OidcIdToken idTokenOf(OAuth2AuthenticationToken person) {
        return ((OidcUser) person.getPrincipal()).getIdToken();
    }
}
