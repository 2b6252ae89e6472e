package org.clearancedesk.trace;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each call its id, or keeps the one that a program or proxy gave it, and tells it in the answer. */
class CallTrace extends OncePerRequestFilter {

    /** As the engine's log lines have it, see {@code logging-context-business-key}. */
    static final String REQUEST_NUMBER = "requestNumber";

    private static final String GIVEN = "X-Request-Id";
    private static final Pattern NUMBER = Pattern.compile("/(GC-\\d{4}-\\d{6,})(?:/|$)");

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = idOf(request);
        request.setAttribute(Correlation.KEY, id);
        response.setHeader(Correlation.HEADER, id);
        MDC.put(Correlation.KEY, id);
        Matcher about = NUMBER.matcher(request.getRequestURI());
        if (about.find()) {
            MDC.put(REQUEST_NUMBER, about.group(1));
        }
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(Correlation.KEY);
            MDC.remove(REQUEST_NUMBER);
        }
    }

    private static String idOf(HttpServletRequest request) {
        if (request.getAttribute(Correlation.KEY) instanceof String known) {
            return known;
        }
        return Stream.of(request.getHeader(GIVEN), request.getHeader(Correlation.HEADER))
                .filter(Objects::nonNull)
                .filter(Correlation::isWellFormed)
                .findFirst()
                .orElseGet(Correlation::fresh);
    }
}
