package org.clearancedesk.engine.hardening;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/**
 * A route that is closed to everybody, administrators too: Tasklist, Cockpit and the desk itself do without it, and what
 * goes through it goes past the desk's rules.
 *
 * @param path of a plain path in small letters
 */
record BlockedRoute(Calls calls, Pattern path, HttpStatus answer, String sentence) {

    enum Calls {
        ALL,
        CHANGES,
        DELETIONS;

        private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

        boolean include(String method) {
            return switch (this) {
                case ALL -> true;
                case CHANGES -> !READING.contains(method);
                case DELETIONS -> method.equals("DELETE");
            };
        }
    }

    private static final String MODELS = "The models come with the desk and are not changed while it runs.";
    static final String ROAD = "A request takes the road that the process prescribes; nothing is moved past it.";
    private static final String RECORD = "What happened stays on record.";
    private static final String RIGHTS =
            "What somebody may do follows from their groups, and the groups stay as they are.";
    private static final String WORDS = "What a request holds is changed by its forms only.";
    private static final String SIGN_IN = "Please sign in on the desk's own page.";
    static final String UNUSED = "The desk does not use this.";

    static final String INTERFACE = "/camunda/api/";

    /** Nobody writes the way to the interface in another manner than the pages do. */
    static final BlockedRoute DISGUISED = nowhere(".*");

    static final List<BlockedRoute> ALL = List.of(
            // CVE-2026-77226: open for as long as nobody is a direct member of the administrators.
            nowhere(".*/api/admin/setup(/.*)?"),
            nowhere("/(engine-)?rest(/.*)?"),
            changes("task/[^/]+/identity-links(/.*)?", RIGHTS),
            changes("authorization(/.*)?", RIGHTS),
            engine(
                    Calls.DELETIONS,
                    "group/(requesters|netflix-contacts|legal|talent-relations|approvers|camunda-admin)",
                    RIGHTS),
            changes("deployment(/.*)?", MODELS),
            engine(Calls.DELETIONS, "process-definition/.+", MODELS),
            changes("process-definition/.+/(start|restart|restart-async)", ROAD),
            // Only the intake form starts something, and only the one process; nothing is suspended.
            changes("process-definition/(?!(key/genai-clearance|genai-clearance:[^/]+)/submit-form$).+", ROAD),
            changes("decision-(requirements-)?definition/(?!.+/evaluate$).+", MODELS),
            changes("process-instance/[^/]+/modification(-async)?", ROAD),
            changes("process-instance/message-async", ROAD),
            changes("(modification|migration|message|signal|condition|batch)(/.*)?", ROAD),
            changes("execution/[^/]+/(signal|create-incident|messagesubscriptions/.*)", ROAD),
            changes("task/create", ROAD),
            changes("task/[^/]+/(bpmnerror|bpmnescalation)", ROAD),
            changes("task/[^/]+/(resolve|delegate)", ROAD),
            engine(Calls.DELETIONS, "(task|job)/[^/]+", ROAD),
            changes("process-instance/variables-async", WORDS),
            changes("(process-instance|execution|task)/[^/]+/(variables|localvariables)(/.*)?", WORDS),
            // After the words, so that those who change a variable read which rule they meet.
            changes("process-instance/(?!count$).+", ROAD),
            changes("execution/(?!count$).+", ROAD),
            // An administrator tries again what has failed.
            changes("job/(?!count$|retries$|[^/]+/(retries|execute)$).+", ROAD),
            changes("job-definition/(?!count$|[^/]+/retries$).+", ROAD),
            engine(Calls.DELETIONS, "(history/.+|incident/[^/]+)", RECORD),
            changes("history/(?!(?!cleanup$)[a-z-]+(/count)?$).+", RECORD),
            new BlockedRoute(
                    Calls.ALL,
                    Pattern.compile(".*/api/engine/engine/[^/]+/optimize(/.*)?"),
                    HttpStatus.FORBIDDEN,
                    UNUSED),
            changes("external-task/(?!count$).+", UNUSED),
            changes("(case-definition|case-instance|case-execution|telemetry)(/.*)?", UNUSED),
            // Whoever is in could try passwords here, past the counting of the sign-in page.
            changes("identity/verify", SIGN_IN),
            new BlockedRoute(
                    Calls.CHANGES,
                    Pattern.compile(".*/api/admin/auth/user/[^/]+/login(/.*)?"),
                    HttpStatus.FORBIDDEN,
                    SIGN_IN));

    private static BlockedRoute nowhere(String path) {
        return new BlockedRoute(Calls.ALL, Pattern.compile(path), HttpStatus.NOT_FOUND, UNUSED);
    }

    private static BlockedRoute changes(String path, String sentence) {
        return engine(Calls.CHANGES, path, sentence);
    }

    private static BlockedRoute engine(Calls calls, String path, String sentence) {
        return new BlockedRoute(
                calls, Pattern.compile(".*/api/engine/engine/[^/]+/" + path), HttpStatus.FORBIDDEN, sentence);
    }

    boolean isAt(String method, String plainPath) {
        return calls.include(method) && path.matcher(plainPath).matches();
    }
}
