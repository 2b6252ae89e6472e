package org.clearancedesk.people.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clearancedesk.people.Caller;
import org.clearancedesk.web.RunningDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.convert.ConversionService;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;

/** What a sign-in at the studio's provider leaves in a session comes back from the database as it was. */
@RunningDesk
class StoredSignInsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final ConversionService stored;

    StoredSignInsTest(@Qualifier("springSessionConversionService") ConversionService stored) {
        this.stored = stored;
    }

    static Stream<Object> leftBehind() throws Exception {
        ClientRegistration studio = ClientRegistration.withRegistrationId("studio")
                .clientId("clearance-desk")
                .clientSecret("secret")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("https://desk.example/login/oauth2/code/studio")
                .authorizationUri("https://login.example/auth")
                .tokenUri("https://login.example/token")
                .providerConfigurationMetadata(
                        new TreeMap<>(Map.of("end_session_endpoint", "https://login.example/out")))
                .scope("openid")
                .build();
        return Stream.of(
                new SecurityContextImpl(person()),
                new OAuth2AuthorizedClient(
                        studio,
                        "ida",
                        new OAuth2AccessToken(
                                OAuth2AccessToken.TokenType.BEARER, "a", NOW, NOW.plusSeconds(60), Set.of("openid")),
                        new OAuth2RefreshToken("r", NOW)),
                OAuth2AuthorizationRequest.authorizationCode()
                        .authorizationUri("https://login.example/auth")
                        .clientId("clearance-desk")
                        .state("s")
                        .attributes(Map.of("code_verifier", "v"))
                        .build(),
                new DefaultSavedRequest(new MockHttpServletRequest("GET", "/requests"), "continue"),
                new SignInRefused("Not here."),
                NOW);
    }

    @ParameterizedTest
    @MethodSource("leftBehind")
    void itIsRead(Object left) {
        assertThat(readAgain(left)).hasSameClassAs(left);
    }

    @Test
    void whoIsSignedInStaysTheSame() throws Exception {
        assertThat(readAgain(new SecurityContextImpl(person()))).isEqualTo(new SecurityContextImpl(person()));
    }

    private Object readAgain(Object left) {
        return stored.convert(stored.convert(left, byte[].class), Object.class);
    }

    private static OAuth2AuthenticationToken person() throws Exception {
        URL issuer = URI.create("https://login.example").toURL();
        OidcIdToken idToken = new OidcIdToken(
                "t",
                NOW,
                NOW.plusSeconds(60),
                Map.of(
                        "sub",
                        "1",
                        "iss",
                        issuer,
                        "aud",
                        List.of("clearance-desk"),
                        "iat",
                        NOW,
                        "groups",
                        List.of("legal")));
        SignedInPerson ida = new SignedInPerson(new Caller("ida", Set.of("legal"), "ida@studio.example"), idToken);
        OAuth2AuthenticationToken token = new OAuth2AuthenticationToken(ida, ida.getAuthorities(), "studio");
        token.setDetails(new WebAuthenticationDetails("203.0.113.9", "session"));
        return token;
    }
}
