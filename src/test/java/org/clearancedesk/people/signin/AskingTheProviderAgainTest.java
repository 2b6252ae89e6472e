package org.clearancedesk.people.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.clearancedesk.operations.lock.ClusterLocks;
import org.clearancedesk.people.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.MapSession;
import org.springframework.web.client.ResourceAccessException;

class AskingTheProviderAgainTest {

    private static final Instant SIGNED_IN = Instant.parse("2026-11-23T10:00:00Z");

    private final TokenRefresh provider = mock(TokenRefresh.class);
    private final MockHttpSession session = new MockHttpSession();
    private final ClusterLocks clusterLocks =
            mock(ClusterLocks.class, call -> call.getArgument(1, Supplier.class).get());

    @SuppressWarnings("unchecked")
    private final FindByIndexNameSessionRepository<MapSession> stored =
            mock(FindByIndexNameSessionRepository.class, call -> isStored());

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @CsvSource({
        "4,  vouches,  true,  0",
        "5,  vouches,  true,  1",
        "60, vouches,  true,  1",
        "5,  refuses,  false, 1",
        "5,  noGroups, false, 1",
        "14, silent,   true,  1",
        "15, silent,   false, 1"
    })
    void aSessionLivesWhileTheProviderVouchesForItsOwner(int minutes, String answer, boolean lives, int asked)
            throws Exception {
        answers(answer);

        assertThat(comesAfter(minutes)).isEqualTo(lives);

        verify(provider, times(asked)).about(any(), any(), any());
        assertThat(session.isInvalid()).isNotEqualTo(lives);
    }

    @Test
    void aSilentProviderIsAskedAgainWithTheNextRequestAndItsAnswerCounts() throws Exception {
        answers("silent");
        assertThat(comesAfter(6)).isTrue();
        answers("refuses");

        assertThat(comesAfter(7)).isFalse();
    }

    @Test
    void onceTheProviderHasVouchedItIsLeftInPeaceForAWhile() throws Exception {
        assertThat(comesAfter(6)).isTrue();
        assertThat(comesAfter(10)).isTrue();

        verify(provider, times(1)).about(any(), any(), any());
    }

    private MapSession isStored() {
        MapSession copy = new MapSession(session.getId());
        Collections.list(session.getAttributeNames())
                .forEach(name -> copy.setAttribute(name, session.getAttribute(name)));
        return copy;
    }

    private void answers(String answer) {
        OAuth2Error error = new OAuth2Error("invalid_grant");
        switch (answer) {
            case "refuses" ->
                doThrow(ProviderUnavailable.or(new OAuth2AuthorizationException(error)))
                        .when(provider)
                        .about(any(), any(), any());
            case "noGroups" ->
                doThrow(new SignInRefused("None of the groups.")).when(provider).about(any(), any(), any());
            case "silent" ->
                doThrow(ProviderUnavailable.or(
                                new OAuth2AuthorizationException(error, new ResourceAccessException("refused"))))
                        .when(provider)
                        .about(any(), any(), any());
            default -> {}
        }
    }

    private boolean comesAfter(int minutes) throws Exception {
        OidcIdToken idToken =
                new OidcIdToken("x", SIGNED_IN, SIGNED_IN.plusSeconds(60), Map.of("sub", "1", "iat", SIGNED_IN));
        SignedInPerson person = new SignedInPerson(new Caller("ida", Set.of("legal"), null), idToken);
        SecurityContextHolder.getContext()
                .setAuthentication(new OAuth2AuthenticationToken(person, person.getAuthorities(), "studio"));
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);

        new SessionRecheckFilter(
                        new SharedSessions(stored, mock(JdbcClient.class)),
                        clusterLocks,
                        provider,
                        Duration.ofMinutes(5),
                        Clock.fixed(SIGNED_IN.plus(Duration.ofMinutes(minutes)), ZoneOffset.UTC))
                .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());

        return SecurityContextHolder.getContext().getAuthentication() != null;
    }
}
