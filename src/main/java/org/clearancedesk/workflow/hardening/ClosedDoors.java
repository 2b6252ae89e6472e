package org.clearancedesk.workflow.hardening;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before everything else, the sign-in too, and lets nobody through the doors that the desk keeps closed. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ClosedDoors extends OncePerRequestFilter {

    private final ObjectMapper json;

    ClosedDoors(ObjectMapper json) {
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
        response.setStatus(door.get().answer().value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(
                response.getOutputStream(),
                Map.of("type", "NotOffered", "message", door.get().sentence()));
    }

    private static Optional<ClosedDoor> closed(HttpServletRequest request) {
        String path = PlainPath.of(
                request.getRequestURI().substring(request.getContextPath().length()));
        return ClosedDoor.ALL.stream()
                .filter(door -> door.isAt(request.getMethod(), path))
                .findFirst();
    }
}
