package org.clearancedesk.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.session.Session;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session whose owner the provider no longer vouches for: at once when the provider says so by itself, and else the
 * next time that the desk asks. A provider that does not answer at all is waited for twice as long again, then nobody is
 * believed any more.
 */
class SessionCheck extends OncePerRequestFilter {

    private static final String CHECKED_AT = SessionCheck.class.getName();
    private static final int PATIENCE = 3;

    private final SharedSessions sessions;
    private final Turns turns;
    private final AskAgain provider;
    private final Duration recheckAfter;
    private final Clock clock;

    SessionCheck(SharedSessions sessions, Turns turns, AskAgain provider, Duration recheckAfter, Clock clock) {
        this.sessions = sessions;
        this.turns = turns;
        this.provider = provider;
        this.recheckAfter = recheckAfter;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null
                && SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2AuthenticationToken person
                && !isStillWelcome(person, session, request, response)) {
            SecurityContextHolder.clearContext();
            session.invalidate();
        }
        chain.doFilter(request, response);
    }

    private boolean isStillWelcome(
            OAuth2AuthenticationToken person,
            HttpSession session,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (isFresh(checkedAt(person, session.getAttribute(CHECKED_AT)))) {
            return true;
        }
        // Tasklist asks for many things at once; one of them asks the provider, the others wait for its answer.
        return turns.take(Turn.ofSession(session.getId()), () -> {
            @Nullable Session now = sessions.now(session.getId()).orElse(null);
            if (now == null) {
                return false;
            }
            Instant checkedAt = checkedAt(person, now.getAttribute(CHECKED_AT));
            if (isFresh(checkedAt)) {
                SharedSessions.signedIn(now)
                        .ifPresent(told -> SecurityContextHolder.setContext(new SecurityContextImpl(told)));
                return true;
            }
            try {
                provider.about(person, request, response);
                session.setAttribute(CHECKED_AT, clock.instant());
                return true;
            } catch (ProviderSilent silent) {
                return clock.instant().isBefore(checkedAt.plus(recheckAfter.multipliedBy(PATIENCE)));
            } catch (AuthenticationException | OAuth2AuthorizationException refused) {
                return false;
            }
        });
    }

    private boolean isFresh(Instant checkedAt) {
        return clock.instant().isBefore(checkedAt.plus(recheckAfter));
    }

    private static Instant checkedAt(OAuth2AuthenticationToken person, @Nullable Object last) {
        @Nullable Instant signedInAt = ((OidcUser) person.getPrincipal()).getIssuedAt();
        return last instanceof Instant at ? at : signedInAt == null ? Instant.EPOCH : signedInAt;
    }
}
