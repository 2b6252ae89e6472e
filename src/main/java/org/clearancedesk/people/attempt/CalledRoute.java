package org.clearancedesk.people.attempt;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.servlet.HandlerMapping;

/** What was called, without what the caller put into the address. */
final class CalledRoute {

    private static final int LONGEST = 200;
    private static final Pattern NUMBER = Pattern.compile("GC-\\d{4}-\\d{6,8}");

    /** Our own words and the engine's: small letters and dashes. Anything else was put there by the caller. */
    private static final Pattern WORD = Pattern.compile("[a-z][a-z-]{0,30}");

    private CalledRoute() {}

    static String of(HttpServletRequest request) {
        String method = request.getMethod().matches("[A-Z]{1,10}") ? request.getMethod() : "?";
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String route = method + " " + (pattern == null ? masked(request.getRequestURI()) : pattern);
        return route.length() > LONGEST ? route.substring(0, LONGEST) : route;
    }

    /** The request's number in the address, when there is one. */
    static Optional<String> numberIn(HttpServletRequest request) {
        Matcher number = NUMBER.matcher(request.getRequestURI());
        return number.find() ? Optional.of(number.group()) : Optional.empty();
    }

    private static String masked(String path) {
        return Arrays.stream(path.split("/", 20))
                .map(part -> part.isEmpty() || WORD.matcher(part).matches() ? part : "*")
                .collect(Collectors.joining("/"));
    }
}
