package org.clearancedesk.people.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Somebody in hundreds of groups has a token that is longer than many a proxy lets an address be. */
class SigningOutWithManyGroupsTest {

    private final ProviderLogoutHandler signOut = new ProviderLogoutHandler(
            new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId("studio")
                    .clientId("clearance-desk")
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri("https://desk.example/login/oauth2/code/studio")
                    .authorizationUri("https://login.example/auth")
                    .tokenUri("https://login.example/token")
                    .providerConfigurationMetadata(Map.of("end_session_endpoint", "https://login.example/out"))
                    .build()),
            "https://desk.example");

    @Test
    void aShortTokenTellsTheProviderWhoLeaves() throws Exception {
        assertThat(farewell("short"))
                .isEqualTo(
                        "https://login.example/out?id_token_hint=short&post_logout_redirect_uri=https://desk.example/login?out");
    }

    @Test
    void aLongOneIsLeftOutAndTheProviderAsks() throws Exception {
        assertThat(farewell("x".repeat(8_000)))
                .isEqualTo(
                        "https://login.example/out?post_logout_redirect_uri=https://desk.example/login?out&client_id=clearance-desk");
    }

    private String farewell(String token) throws Exception {
        Instant now = Instant.parse("2026-11-23T10:00:00Z");
        OidcIdToken idToken = new OidcIdToken(token, now, now.plusSeconds(60), Map.of("sub", "1"));
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/logout");
        signOut.onLogoutSuccess(
                request,
                new MockHttpServletResponse(),
                new OAuth2AuthenticationToken(new DefaultOidcUser(List.of(), idToken), List.of(), "studio"));
        Optional<String> address = ProviderLogoutHandler.farewell(request);
        return address.orElseThrow();
    }
}
