package org.clearancedesk.workflow.hardening;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.clearancedesk.access.CurrentCaller;
import org.clearancedesk.access.DeskGroup;
import org.clearancedesk.access.RefusedAttempt;
import org.clearancedesk.access.RefusedAttempts;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps the figures of the engine, of Cockpit and of Admin for administrators: they count everybody's cases. */
@Component
@Order(AdministratorsOnly.BEFORE_PLAIN_CALLS)
class AdministratorsOnly extends OncePerRequestFilter {

    /** After Spring Security. */
    static final int BEFORE_PLAIN_CALLS = PlainCalls.AFTER_SPRING_SECURITY - 1;

    private static final Pattern FIGURES = Pattern.compile(".*/api/engine/engine/[^/]+/(metrics|telemetry)(/.*)?"
            + "|.*/api/engine/engine/[^/]+/.*(statistics|report)(/.*)?"
            + "|.*/api/cockpit/.*|.*/api/admin/plugin/.*");

    private final CurrentCaller caller;
    private final RefusedAttempts attempts;
    private final ObjectMapper json;

    AdministratorsOnly(CurrentCaller caller, RefusedAttempts attempts, ObjectMapper json) {
        this.caller = caller;
        this.attempts = attempts;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !FIGURES.matcher(PlainPath.of(request.getRequestURI()
                        .substring(request.getContextPath().length())))
                .matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (caller.get().isIn(DeskGroup.ADMINS)) {
            chain.doFilter(request, response);
            return;
        }
        attempts.record(RefusedAttempt.Kind.NOT_ALLOWED, null);
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(
                response.getOutputStream(),
                Map.of(
                        "type",
                        "NotOffered",
                        "reason",
                        "NOT_OFFERED",
                        "message",
                        "Only administrators see the figures of the whole desk."));
    }
}
