package org.clearancedesk.people.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.zaxxer.hikari.HikariDataSource;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.clearancedesk.operations.lock.ClusterLocks;
import org.clearancedesk.operations.lock.Turn;
import org.clearancedesk.people.Caller;
import org.clearancedesk.web.RunningDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.MapSession;

/** The provider takes every call and never answers. Sessions are due to be asked about after five minutes. */
@RunningDesk
class ProviderThatHangsTest {

    private static final Instant SIGNED_IN = Instant.parse("2026-11-23T10:00:00Z");
    private static final Duration AN_ANSWER = ProviderClients.TO_CONNECT.plus(ProviderClients.TO_ANSWER);

    private final ClusterLocks clusterLocks;
    private final JdbcClient jdbc;
    private final DataSource connections;
    private final Map<String, MockHttpSession> stored = new ConcurrentHashMap<>();
    private ServerSocket provider;

    ProviderThatHangsTest(ClusterLocks clusterLocks, JdbcClient jdbc, DataSource connections) {
        this.clusterLocks = clusterLocks;
        this.jdbc = jdbc;
        this.connections = connections;
    }

    @BeforeEach
    void open() throws Exception {
        provider = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws Exception {
        provider.close();
        SecurityContextHolder.clearContext();
    }

    @Test
    void whoeverIsAskedAboutGoesOnAfterTheTimeThatIsGrantedForAnAnswer() {
        SessionRecheckFilter check = check(6);

        assertThat(assertTimeoutPreemptively(AN_ANSWER.plusSeconds(2), () -> comes(check, new MockHttpSession())))
                .isTrue();
        // It is left alone now, so the next call of anybody costs nothing.
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(1), () -> comes(check, new MockHttpSession())))
                .isTrue();
    }

    @Test
    void aPersonIsNotBelievedForEver() {
        SessionRecheckFilter check = check(16);

        assertThat(assertTimeoutPreemptively(AN_ANSWER.plusSeconds(2), () -> comes(check, new MockHttpSession())))
                .isFalse();
    }

    @Test
    void meanwhileEverybodyElseIsServedAndNoConnectionIsHeld() throws Exception {
        SessionRecheckFilter check = check(6);
        List<CompletableFuture<Boolean>> asked = IntStream.range(0, 20)
                .mapToObj(person -> CompletableFuture.supplyAsync(() -> comes(check, new MockHttpSession())))
                .toList();

        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            for (int session = 0; session < 16; session++) {
                clusterLocks.take(Turn.ofSession("session of somebody else " + session), () -> "served");
            }
            assertThat(comes(check(4), new MockHttpSession())).isTrue();
        });
        assertThat(connections
                        .unwrap(HikariDataSource.class)
                        .getHikariPoolMXBean()
                        .getActiveConnections())
                .isZero();
        for (CompletableFuture<Boolean> person : asked) {
            assertThat(person.get(AN_ANSWER.plusSeconds(2).toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    @Test
    void theSignInPageSaysSoAndKeepsNobodyWaiting() {
        ProviderRegistration registration = new ProviderRegistration(properties(), Clock.systemUTC());
        List<CompletableFuture<Void>> visitors = IntStream.range(0, 5)
                .mapToObj(visitor -> CompletableFuture.runAsync(
                        () -> assertThatThrownBy(() -> registration.findByRegistrationId("studio"))
                                .isInstanceOf(RuntimeException.class)))
                .toList();

        visitors.forEach(visitor -> assertTimeoutPreemptively(AN_ANSWER.plusSeconds(2), () -> visitor.get()));
        assertTimeoutPreemptively(
                Duration.ofSeconds(1), () -> assertThatThrownBy(() -> registration.findByRegistrationId("studio"))
                        .hasMessageContaining("silent"));
    }

    @Test
    void askingWhoSomebodyIsEndsToo() {
        DeskOidcUserService says =
                new DeskOidcUserService(mock(UserProvisioning.class), mock(ProviderClaims.class), Clock.systemUTC());

        assertTimeoutPreemptively(AN_ANSWER.plusSeconds(2), () -> assertThatThrownBy(
                        () -> says.loadAgain(new OidcUserRequest(studio(), accessToken(), idToken())))
                .satisfies(failure -> assertThat(ProviderUnavailable.or((RuntimeException) failure))
                        .isInstanceOf(ProviderUnavailable.class)));
    }

    private boolean comes(SessionRecheckFilter check, MockHttpSession session) {
        try {
            stored.put(session.getId(), session);
            MockHttpServletRequest request = new MockHttpServletRequest();
            request.setSession(session);
            OAuth2AuthenticationToken person = person();
            new HttpSessionOAuth2AuthorizedClientRepository()
                    .saveAuthorizedClient(
                            new OAuth2AuthorizedClient(
                                    studio(), "ida", accessToken(), new OAuth2RefreshToken("r", SIGNED_IN)),
                            person,
                            request,
                            new MockHttpServletResponse());
            SecurityContextHolder.getContext().setAuthentication(person);
            check.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
            return SecurityContextHolder.getContext().getAuthentication() != null;
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @SuppressWarnings("unchecked")
    private SessionRecheckFilter check(int minutes) {
        FindByIndexNameSessionRepository<MapSession> sessions = mock(FindByIndexNameSessionRepository.class);
        when(sessions.findById(anyString())).thenAnswer(call -> {
            MockHttpSession session = stored.get(call.<String>getArgument(0));
            MapSession copy = new MapSession(session.getId());
            Collections.list(session.getAttributeNames())
                    .forEach(name -> copy.setAttribute(name, session.getAttribute(name)));
            return copy;
        });
        Clock clock = Clock.fixed(SIGNED_IN.plus(Duration.ofMinutes(minutes)), ZoneOffset.UTC);
        TokenRefresh provider = new SingleSignOnConfiguration()
                .askAgain(
                        new HttpSessionOAuth2AuthorizedClientRepository(),
                        new DeskOidcUserService(mock(UserProvisioning.class), mock(ProviderClaims.class), clock),
                        clock);
        return new SessionRecheckFilter(
                new SharedSessions(sessions, jdbc), clusterLocks, provider, Duration.ofMinutes(5), clock);
    }

    private OAuth2AuthenticationToken person() {
        SignedInPerson ida = new SignedInPerson(new Caller("ida", Set.of("legal"), null), idToken());
        return new OAuth2AuthenticationToken(ida, ida.getAuthorities(), "studio");
    }

    private static OidcIdToken idToken() {
        return new OidcIdToken("x", SIGNED_IN, SIGNED_IN.plusSeconds(60), Map.of("sub", "1", "iat", SIGNED_IN));
    }

    private static OAuth2AccessToken accessToken() {
        return new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, "a", SIGNED_IN, Instant.MAX, Set.of("profile"));
    }

    private OAuth2ClientProperties properties() {
        OAuth2ClientProperties properties = new OAuth2ClientProperties();
        OAuth2ClientProperties.Registration desk = new OAuth2ClientProperties.Registration();
        desk.setClientId("clearance-desk");
        properties.getRegistration().put("studio", desk);
        OAuth2ClientProperties.Provider studio = new OAuth2ClientProperties.Provider();
        studio.setIssuerUri(address("/realms/studio"));
        properties.getProvider().put("studio", studio);
        return properties;
    }

    private ClientRegistration studio() {
        return ClientRegistration.withRegistrationId("studio")
                .clientId("clearance-desk")
                .clientSecret("secret")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("https://desk.example/login/oauth2/code/studio")
                .authorizationUri(address("/auth"))
                .tokenUri(address("/token"))
                .userInfoUri(address("/userinfo"))
                .userNameAttributeName("sub")
                .scope("openid", "profile")
                .build();
    }

    private String address(String path) {
        return "http://127.0.0.1:%d%s".formatted(provider.getLocalPort(), path);
    }
}
