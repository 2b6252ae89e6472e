package org.clearancedesk.workflow.hardening;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.clearancedesk.access.RefusedAttempt;
import org.clearancedesk.access.RefusedAttempts;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before everything else, the sign-in too, and lets nobody through the doors that the desk keeps closed. */
@Component
@Order(ClosedDoors.AFTER_SESSIONS)
class ClosedDoors extends OncePerRequestFilter {

    /** So that it is known who is turned away. */
    static final int AFTER_SESSIONS = SessionRepositoryFilter.DEFAULT_ORDER + 1;

    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final RefusedAttempts attempts;
    private final ObjectMapper json;

    ClosedDoors(RefusedAttempts attempts, ObjectMapper json) {
        this.attempts = attempts;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<ClosedDoor> door = closed(request);
        if (door.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        record(request);
        response.setStatus(door.get().answer().value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(
                response.getOutputStream(),
                Map.of(
                        "type",
                        "NotOffered",
                        "reason",
                        "NOT_OFFERED",
                        "message",
                        door.get().sentence()));
    }

    private void record(HttpServletRequest request) {
        try {
            RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
            SecurityContextHolder.setDeferredContext(sessions.loadDeferredContext(request));
            attempts.record(RefusedAttempt.Kind.NOT_ALLOWED, null);
        } finally {
            SecurityContextHolder.clearContext();
            RequestContextHolder.resetRequestAttributes();
        }
    }

    private static Optional<ClosedDoor> closed(HttpServletRequest request) {
        String written =
                request.getRequestURI().substring(request.getContextPath().length());
        String path = PlainPath.of(written);
        boolean isDisguised = !written.startsWith(ClosedDoor.INTERFACE) || written.contains("//");
        if (path.startsWith(ClosedDoor.INTERFACE) && isDisguised) {
            return Optional.of(ClosedDoor.DISGUISED);
        }
        return ClosedDoor.ALL.stream()
                .filter(door -> door.isAt(request.getMethod(), path))
                .findFirst();
    }
}
