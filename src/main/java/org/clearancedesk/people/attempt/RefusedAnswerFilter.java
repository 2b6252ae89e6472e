package org.clearancedesk.people.attempt;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Set;
import org.clearancedesk.people.NotAllowed;
import org.clearancedesk.people.RefusedAttempt.Kind;
import org.clearancedesk.people.signin.WebappCsrfToken;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands around everything that may refuse a call, the engine too, and brings what it answers to the list of refused
 * attempts. Who knows better what a call was, or answers it as if nothing was there, notes it first.
 */
@Component
@Order(RefusedAnswerFilter.AFTER_SESSIONS)
class RefusedAnswerFilter extends OncePerRequestFilter {

    /** So that it is known who is turned away. */
    static final int AFTER_SESSIONS = SessionRepositoryFilter.DEFAULT_ORDER + 1;

    private static final String ENGINE = "/camunda/api/";
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final AttemptLog attempts;
    private final WebappCsrfToken webapp;

    RefusedAnswerFilter(AttemptLog attempts, WebappCsrfToken webapp) {
        this.attempts = attempts;
        this.webapp = webapp;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            chain.doFilter(request, new Watched(request, response));
            // Other filters have put their own in its place, and taken them away again.
            RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
            noteWhatWasTried(request);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    /** What somebody looks at may say what they could not do; they have not tried it. */
    private void noteWhatWasTried(HttpServletRequest request) {
        if (NotAllowed.isTried() && !HARMLESS.contains(request.getMethod())) {
            attempts.record(Kind.NOT_ALLOWED, null);
        }
    }

    private void look(HttpServletRequest request, int status, boolean bySending) {
        if (status == HttpStatus.FORBIDDEN.value()) {
            // The webapp sends an error when its own token is missing; what the engine refuses has a body.
            boolean withoutToken = bySending && isAtTheEngine(request) && !webapp.isWith(request);
            attempts.record(withoutToken ? Kind.NOT_FROM_OUR_PAGES : Kind.NOT_ALLOWED, null);
        } else if (status == HttpStatus.NOT_FOUND.value() && isAtTheEngine(request)) {
            attempts.record(Kind.HIDDEN_CASE, null);
        } else if (status == HttpStatus.UNSUPPORTED_MEDIA_TYPE.value()) {
            attempts.record(Kind.DISGUISED, null);
        } else if (status >= HttpStatus.BAD_REQUEST.value()) {
            noteWhatWasTried(request);
        }
    }

    private static boolean isAtTheEngine(HttpServletRequest request) {
        return request.getRequestURI()
                .substring(request.getContextPath().length())
                .startsWith(ENGINE);
    }

    /** Looks before the answer goes out: whoever reads it finds the attempt in the list. */
    private final class Watched extends HttpServletResponseWrapper {

        private final HttpServletRequest request;

        private Watched(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void setStatus(int status) {
            look(request, status, false);
            super.setStatus(status);
        }

        @Override
        public void sendError(int status) throws IOException {
            look(request, status, true);
            super.sendError(status);
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            look(request, status, true);
            super.sendError(status, message);
        }
    }
}
