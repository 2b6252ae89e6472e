package org.clearancedesk.people.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.clearancedesk.people.signin.SharedSessions;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a sign-in: after a working day however busy the session is, and everywhere when its owner signs out anywhere. Idle
 * sessions end by themselves.
 */
public class SessionLifetimeFilter extends OncePerRequestFilter implements LogoutHandler {

    private static final String SIGN_IN = SessionLifetimeFilter.class.getName();

    private final SharedSessions sessions;
    private final Duration longest;
    private final Clock clock;

    public SessionLifetimeFilter(SharedSessions sessions, Duration longest, Clock clock) {
        this.sessions = sessions;
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && !mayGoOn(session)) {
            session.invalidate();
        }
        chain.doFilter(request, response);
        HttpSession begun = request.getSession(false);
        if (begun != null) {
            mayGoOn(begun);
        }
    }

    private boolean mayGoOn(HttpSession session) {
        @Nullable String user = userOf(session);
        if (user == null) {
            return true;
        }
        if (session.getAttribute(SIGN_IN) instanceof SignIn signIn && signIn.user.equals(user)) {
            return clock.instant().isBefore(signIn.at.plus(longest));
        }
        session.setAttribute(SIGN_IN, new SignIn(user, clock.instant()));
        return true;
    }

    private static @Nullable String userOf(HttpSession session) {
        Object context = session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return context instanceof SecurityContext known && known.getAuthentication() != null
                ? known.getAuthentication().getName()
                : null;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication leaving) {
        if (leaving != null) {
            sessions.endAllOf(leaving.getName());
        }
    }

    /** Sits in the session that it tells of. */
    private record SignIn(String user, Instant at) implements Serializable {}
}
