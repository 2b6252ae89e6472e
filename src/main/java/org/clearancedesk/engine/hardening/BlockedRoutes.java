package org.clearancedesk.engine.hardening;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clearancedesk.engine.webapp.EngineAnswer;
import org.clearancedesk.engine.webapp.NormalizedPath;
import org.clearancedesk.people.RefusedAttempt;
import org.clearancedesk.people.RefusedAttempts;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before everything else, the sign-in too, and lets nobody through to what the desk keeps closed. */
@Component
@Order(BlockedRoutes.AFTER_SESSIONS)
class BlockedRoutes extends OncePerRequestFilter {

    /** So that it is known who is turned away. */
    static final int AFTER_SESSIONS = SessionRepositoryFilter.DEFAULT_ORDER + 2;

    /** Empty steps, and steps that stay or go back, as they are written or encoded. */
    private static final Pattern ROUNDABOUT = Pattern.compile("//|/(\\.|%2e){1,2}(?=[/;]|$)", CASE_INSENSITIVE);

    private final RefusedAttempts attempts;
    private final ObjectMapper json;

    BlockedRoutes(RefusedAttempts attempts, ObjectMapper json) {
        this.attempts = attempts;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<BlockedRoute> route = closed(request);
        if (route.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        attempts.record(RefusedAttempt.Kind.NOT_ALLOWED, null);
        EngineAnswer.notOffered(route.get().sentence())
                .send(response, route.get().answer(), json);
    }

    private static Optional<BlockedRoute> closed(HttpServletRequest request) {
        String written =
                request.getRequestURI().substring(request.getContextPath().length());
        String path = NormalizedPath.of(written);
        boolean isDisguised = !written.startsWith(BlockedRoute.INTERFACE)
                || ROUNDABOUT.matcher(written).find();
        if (path.startsWith(BlockedRoute.INTERFACE) && isDisguised) {
            return Optional.of(BlockedRoute.DISGUISED);
        }
        return BlockedRoute.ALL.stream()
                .filter(route -> route.isAt(request.getMethod(), path))
                .findFirst();
    }
}
