package org.clearancedesk.people.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away a body that does not say properly what it is, before anything stumbles over it. Forms are posted to the desk's
 * own pages only; the engine's interface takes none.
 */
@Component
@Order(ContentTypeFilter.AFTER_SESSIONS)
class ContentTypeFilter extends OncePerRequestFilter {

    /** After the routes that are closed: whoever tries one is noted, in whatever format. */
    static final int AFTER_SESSIONS = SessionRepositoryFilter.DEFAULT_ORDER + 3;

    private static final String ENGINE = "/camunda/api/";
    /** Where files are handed in; it says itself what is missing. */
    private static final String API = "/api/";

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isLegible(request)) {
            chain.doFilter(request, response);
        } else {
            SecurityHeaders.ofAnyAnswer(response);
            response.sendError(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
        }
    }

    private static boolean isLegible(HttpServletRequest request) {
        @Nullable String said = request.getContentType();
        if (said == null || said.isEmpty()) {
            return true;
        }
        try {
            MediaType type = MediaType.parseMediaType(said);
            return type.isConcrete() && isPlaced(type, request) && (isAt(request, API) || hasBoundary(type));
        } catch (InvalidMediaTypeException illegible) {
            return false;
        }
    }

    private static boolean isPlaced(MediaType type, HttpServletRequest request) {
        boolean form = MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(type)
                || type.getType().equals("multipart");
        return !form
                || WITHOUT_BODY.contains(request.getMethod())
                || request.getContentLengthLong() == 0
                || (request.getMethod().equals("POST") && !isAt(request, ENGINE));
    }

    private static boolean isAt(HttpServletRequest request, String start) {
        return request.getRequestURI()
                .substring(request.getContextPath().length())
                .startsWith(start);
    }

    private static boolean hasBoundary(MediaType type) {
        @Nullable String boundary = type.getParameter("boundary");
        return !type.getType().equals("multipart") || (boundary != null && !boundary.isBlank());
    }
}
