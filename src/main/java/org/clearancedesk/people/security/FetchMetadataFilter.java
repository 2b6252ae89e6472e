package org.clearancedesk.people.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.clearancedesk.people.RefusedAttempt.Kind;
import org.clearancedesk.people.RefusedAttempts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Turns away calls that change something when a browser says that a page of another site makes them, a neighbour under the
 * same domain among them. Programs say nothing of the kind and pass.
 */
class FetchMetadataFilter extends OncePerRequestFilter {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final String published;
    private final RefusedAttempts attempts;

    /** @param baseUrl under which people reach the desk, also when a proxy in between calls it something else */
    FetchMetadataFilter(String baseUrl, RefusedAttempts attempts) {
        this.published = originOf(baseUrl);
        this.attempts = attempts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return HARMLESS.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOurs(request)) {
            chain.doFilter(request, response);
        } else {
            attempts.record(Kind.NOT_FROM_OUR_PAGES, null);
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    private boolean isOurs(HttpServletRequest request) {
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OWN.contains(site);
        }
        @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null
                || origin.equals(published)
                || origin.equals(originOf(request.getRequestURL().toString()));
    }

    static String originOf(String address) {
        var parts = UriComponentsBuilder.fromUriString(address).build();
        boolean usualPort = parts.getPort() == -1 || parts.getPort() == ("https".equals(parts.getScheme()) ? 443 : 80);
        return parts.getScheme() + "://" + parts.getHost() + (usualPort ? "" : ":" + parts.getPort());
    }
}
