package org.clearancedesk.people.signin;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.util.StringUtils;

/** Makes a person of the desk out of what the provider says at a sign-in, and later when the desk asks again. */
class DeskOidcUserService implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService provider = new OidcUserService();
    private final UserProvisioning userProvisioning;
    private final ProviderClaims providerClaims;
    private final Clock clock;

    DeskOidcUserService(UserProvisioning userProvisioning, ProviderClaims providerClaims, Clock clock) {
        this.userProvisioning = userProvisioning;
        this.providerClaims = providerClaims;
        this.clock = clock;
        DefaultOAuth2UserService people = new DefaultOAuth2UserService();
        people.setRestOperations(ProviderClients.forPeople());
        provider.setOauth2UserService(people);
        provider.setRetrieveUserInfo(request -> StringUtils.hasText(request.getClientRegistration()
                .getProviderDetails()
                .getUserInfoEndpoint()
                .getUri()));
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser told = provider.loadUser(request);
        return person(providerClaims.read(told, told.getIssuedAt()), request.getIdToken());
    }

    /** Asks again with an access token alone: what the first ID token said is no news. */
    OidcUser loadAgain(OidcUserRequest request) {
        OidcIdToken first = request.getIdToken();
        OidcUserInfo now = provider.loadUser(request).getUserInfo();
        if (now == null) {
            throw new SignInRefused("The studio's sign-in cannot confirm any more who you are. Please sign in again.");
        }
        return person(providerClaims.read(under(first, now), clock.instant()), first);
    }

    private static ClaimAccessor under(OidcIdToken first, OidcUserInfo now) {
        Map<String, Object> providerClaims = new HashMap<>(now.getClaims());
        providerClaims.put("iss", first.getClaimAsString("iss"));
        providerClaims.put("sub", first.getSubject());
        return () -> providerClaims;
    }

    private SignedInPerson person(OidcProfile oidcProfile, OidcIdToken idToken) {
        try {
            return new SignedInPerson(userProvisioning.welcome(oidcProfile), idToken);
        } catch (SignInRefused refused) {
            throw new SignInRefused(String.valueOf(refused.getMessage()), idToken);
        }
    }
}
