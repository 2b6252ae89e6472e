package org.clearancedesk.engine.webapp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says that there are four applications in the webapp and nothing else, where the webapp itself looks for the pages of any other
 * and fails. It knows for whom an application is by the slash at the end of its address, so whoever leaves that out is sent
 * there.
 */
@Component
@Order(KnownApplicationsFilter.AFTER_SPRING_SECURITY)
class KnownApplicationsFilter extends OncePerRequestFilter {

    /** So that somebody who has not signed in is sent there first, wherever they want to go. */
    static final int AFTER_SPRING_SECURITY = 0;

    private static final Pattern NOTHING =
            Pattern.compile("/camunda/(api/?|app/(?!(tasklist|cockpit|admin|welcome)(/|$)).+)");
    private static final Pattern WITHOUT_SLASH =
            Pattern.compile("/camunda/app/(tasklist|cockpit|admin|welcome)(/[^/.]+)?");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (NOTHING.matcher(path).matches()) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else if (WITHOUT_SLASH.matcher(path).matches()) {
            @Nullable String query = request.getQueryString();
            response.sendRedirect(request.getRequestURI() + "/" + (query == null ? "" : "?" + query));
        } else {
            chain.doFilter(request, response);
        }
    }
}
