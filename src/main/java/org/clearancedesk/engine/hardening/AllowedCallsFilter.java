package org.clearancedesk.engine.hardening;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.clearancedesk.engine.webapp.EngineAnswer;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.DeskGroup;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets through to the webapp's interface what its pages call, for whom they call it. The figures of the engine, of Cockpit and
 * of Admin count everybody's cases and are for administrators.
 */
@Component
@Order(AllowedCallsFilter.AFTER_PLAIN_CALLS)
class AllowedCallsFilter extends OncePerRequestFilter {

    /** Whoever tries an expression is told so, wherever it is. */
    static final int AFTER_PLAIN_CALLS = ExpressionBlockingFilter.AFTER_SPRING_SECURITY + 1;

    private static final String INTERFACE = "/camunda/api";
    private static final String FOR_ADMINISTRATORS =
            "Only administrators see this part of the engine, and its figures of the whole desk.";

    private final CurrentCaller caller;
    private final ObjectMapper json;

    AllowedCallsFilter(CurrentCaller caller, ObjectMapper json) {
        this.caller = caller;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // A call for the head alone is answered where it is known that there is none.
        return !path(request).startsWith(INTERFACE + "/") || HttpMethod.HEAD.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean isForEverybody = isIn(AllowedCall.TO_EVERYBODY, request);
        if (!isForEverybody && !isIn(AllowedCall.TO_ADMINISTRATORS, request)) {
            refuse(response, BlockedRoute.UNUSED);
        } else if (!isForEverybody && !caller.get().isIn(DeskGroup.ADMINS)) {
            refuse(response, FOR_ADMINISTRATORS);
        } else if (HttpMethod.OPTIONS.matches(request.getMethod())) {
            chain.doFilter(new JsonAcceptRequest(request), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isIn(List<AllowedCall> open, HttpServletRequest request) {
        String path = path(request).substring(INTERFACE.length()).replaceFirst("/$", "");
        return open.stream().anyMatch(call -> call.isAt(request.getMethod(), path));
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private void refuse(HttpServletResponse response, String sentence) throws IOException {
        EngineAnswer.notOffered(sentence).send(response, HttpStatus.FORBIDDEN, json);
    }

    /**
     * A call that asks what somebody may do, answered as the pages read it. In any other format the interface would tell all that it
     * would take.
     */
    private static final class JsonAcceptRequest extends HttpServletRequestWrapper {

        private JsonAcceptRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return HttpHeaders.ACCEPT.equalsIgnoreCase(name) ? MediaType.APPLICATION_JSON_VALUE : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return HttpHeaders.ACCEPT.equalsIgnoreCase(name)
                    ? Collections.enumeration(List.of(MediaType.APPLICATION_JSON_VALUE))
                    : super.getHeaders(name);
        }
    }
}
