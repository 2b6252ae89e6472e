package org.clearancedesk.people.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A form says who opened it. When somebody else has signed in meanwhile, in another tab of the same browser, what the first
 * one typed is not recorded as the second one's.
 */
class SamePersonFilter extends OncePerRequestFilter {

    static final String OPENED_BY = "X-Desk-User";

    private static final Set<String> CHANGES = Set.of("POST", "PUT", "PATCH", "DELETE");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String openedBy = request.getHeader(OPENED_BY);
        Principal person = request.getUserPrincipal();
        if (openedBy != null
                && person != null
                && CHANGES.contains(request.getMethod())
                && !openedBy.equals(person.getName())) {
            response.sendError(HttpStatus.CONFLICT.value());
            return;
        }
        chain.doFilter(request, response);
    }
}
