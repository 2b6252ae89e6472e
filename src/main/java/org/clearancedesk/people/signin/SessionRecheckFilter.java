package org.clearancedesk.people.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.clearancedesk.operations.lock.ClusterLocks;
import org.clearancedesk.operations.lock.Turn;
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
class SessionRecheckFilter extends OncePerRequestFilter {

    private static final String CHECKED_AT = SessionRecheckFilter.class.getName();
    private static final String ASKED_SINCE = CHECKED_AT + ".asked";
    private static final int PATIENCE = 3;
    private static final int AT_ONCE = 8;
    private static final long LOOK_AGAIN = 100;
    private static final Duration LEFT_ALONE = Duration.ofSeconds(30);

    /** Renewing the tokens, and asking who they are for. */
    private static final Duration LONGEST_ANSWER =
            ProviderClients.TO_CONNECT.plus(ProviderClients.TO_ANSWER).multipliedBy(2);

    private final SharedSessions sessions;
    private final ClusterLocks locks;
    private final TokenRefresh provider;
    private final Duration recheckAfter;
    private final Clock clock;
    private final Semaphore asking = new Semaphore(AT_ONCE);
    private volatile Instant silentUntil = Instant.EPOCH;

    SessionRecheckFilter(
            SharedSessions sessions, ClusterLocks locks, TokenRefresh provider, Duration recheckAfter, Clock clock) {
        this.sessions = sessions;
        this.locks = locks;
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
        Instant checkedAt = checkedAt(person, session.getAttribute(CHECKED_AT));
        if (isFresh(checkedAt)) {
            return true;
        }
        boolean believed = isBelieved(checkedAt);
        if (clock.instant().isBefore(silentUntil) || !mayAsk(believed)) {
            return believed;
        }
        try {
            // Tasklist asks for many things at once; one of them asks the provider.
            return switch (locks.take(Turn.ofSession(session.getId()), () -> whoAsks(person, session))) {
                case NOBODY_ANY_MORE -> false;
                case NOT_NEEDED -> true;
                case ANOTHER -> believed || isWelcomeAfterwards(person, session);
                case THIS -> ask(person, session, request, response, believed);
            };
        } finally {
            asking.release();
        }
    }

    private enum Asks {
        NOBODY_ANY_MORE,
        NOT_NEEDED,
        ANOTHER,
        THIS
    }

    private Asks whoAsks(OAuth2AuthenticationToken person, HttpSession session) {
        @Nullable Session now = sessions.now(session.getId()).orElse(null);
        if (now == null) {
            return Asks.NOBODY_ANY_MORE;
        }
        if (isFresh(checkedAt(person, now.getAttribute(CHECKED_AT)))) {
            goOnWith(now);
            return Asks.NOT_NEEDED;
        }
        Object since = now.getAttribute(ASKED_SINCE);
        if (since instanceof Instant at && clock.instant().isBefore(at.plus(LONGEST_ANSWER))) {
            return Asks.ANOTHER;
        }
        session.setAttribute(ASKED_SINCE, clock.instant());
        return Asks.THIS;
    }

    /** Holds no lock and no connection: the provider may take its time. */
    private boolean ask(
            OAuth2AuthenticationToken person,
            HttpSession session,
            HttpServletRequest request,
            HttpServletResponse response,
            boolean believed) {
        try {
            provider.about(person, request, response);
            session.setAttribute(CHECKED_AT, clock.instant());
            return true;
        } catch (ProviderUnavailable silent) {
            silentUntil = clock.instant().plus(LEFT_ALONE);
            return believed;
        } catch (AuthenticationException | OAuth2AuthorizationException refused) {
            return false;
        } finally {
            session.removeAttribute(ASKED_SINCE);
        }
    }

    /** Whoever comes back after a break is believed only when the other call has brought the answer. */
    private boolean isWelcomeAfterwards(OAuth2AuthenticationToken person, HttpSession session) {
        for (long waited = 0; waited < LONGEST_ANSWER.toMillis(); waited += LOOK_AGAIN) {
            @Nullable Session now = sessions.now(session.getId()).orElse(null);
            if (now == null) {
                return false;
            }
            if (isFresh(checkedAt(person, now.getAttribute(CHECKED_AT)))) {
                goOnWith(now);
                return true;
            }
            if (now.getAttribute(ASKED_SINCE) == null || !waits()) {
                return false;
            }
        }
        return false;
    }

    private static boolean waits() {
        try {
            Thread.sleep(LOOK_AGAIN);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Only some calls at a time wait for the provider; the others are for everybody else. */
    private boolean mayAsk(boolean believed) {
        try {
            return believed ? asking.tryAcquire() : asking.tryAcquire(LONGEST_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void goOnWith(Session now) {
        SharedSessions.signedIn(now).ifPresent(told -> SecurityContextHolder.setContext(new SecurityContextImpl(told)));
    }

    private boolean isBelieved(Instant checkedAt) {
        return clock.instant().isBefore(checkedAt.plus(recheckAfter.multipliedBy(PATIENCE)));
    }

    private boolean isFresh(Instant checkedAt) {
        return clock.instant().isBefore(checkedAt.plus(recheckAfter));
    }

    private static Instant checkedAt(OAuth2AuthenticationToken person, @Nullable Object last) {
        @Nullable Instant signedInAt = ((OidcUser) person.getPrincipal()).getIssuedAt();
        return last instanceof Instant at ? at : signedInAt == null ? Instant.EPOCH : signedInAt;
    }
}
