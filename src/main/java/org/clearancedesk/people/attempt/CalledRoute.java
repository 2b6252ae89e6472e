package org.clearancedesk.people.attempt;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.web.servlet.HandlerMapping;

/** What was called, without what the caller put into the address. */
final class CalledRoute {

    private static final int LONGEST = 200;
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");
    private static final Pattern NUMBER = Pattern.compile("GC-\\d{4}-\\d{6,8}");

    /** Our own words and the engine's, of which addresses are made. Any other was put there by the caller. */
    private static final Set<String> WORDS = Set.of(String.join(
                    " ",
                    "api app camunda engine engine-rest rest default admin cockpit tasklist welcome plugin base auth setup",
                    "login logout user group tenant members profile credentials create count list",
                    "task claim unclaim assignee complete resolve delegate submit-form form form-variables rendered-form",
                    "deployed-form deployed-start-form identity-links comment variables attachment",
                    "process-instance process-definition execution variable-instance event-subscription incident key xml",
                    "start statistics suspended modification restart restart-async migration message signal condition",
                    "batch job job-definition retries execute stacktrace external-task deployment resources",
                    "decision-definition decision-requirements-definition evaluate case-definition case-instance",
                    "case-execution filter authorization check identity groups verify password-policy history",
                    "activity-instance detail user-operation job-log identity-link-log decision-instance cleanup configuration",
                    "metrics sum telemetry version schema optimize jobs task-worker annotation",
                    "requests consents agreements standing-approvals evidence letter record triage validation withdrawal",
                    "revocation suspension contact attempts refused-attempts actuator swagger-ui account sign-in")
            .split(" "));

    /** After these the engine's addresses name a person or a group, who may be called like a word. */
    private static final Set<String> NAMED_NEXT = Set.of("user", "group", "members");

    private static final Set<String> NO_NAMES = Set.of("count", "create", "default", "members");

    private CalledRoute() {}

    static String of(HttpServletRequest request) {
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "?";
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
        List<String> parts = List.of(path.split("/", 20));
        return IntStream.range(0, parts.size())
                .mapToObj(at -> isAWord(parts, at) ? parts.get(at) : "*")
                .collect(Collectors.joining("/"));
    }

    private static boolean isAWord(List<String> parts, int at) {
        String part = parts.get(at);
        boolean isAName = at > 0 && NAMED_NEXT.contains(parts.get(at - 1)) && !NO_NAMES.contains(part);
        return part.isEmpty() || (!isAName && WORDS.contains(part));
    }
}
