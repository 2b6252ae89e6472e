package org.clearancedesk.engine.webapp;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What to tell somebody who was a moment later than somebody else; to the engine that is a failure of the server or a
 * missing right.
 */
public enum EngineConflicts {
    CHANGED("Somebody else did something with this in the same moment, so nothing was done. Please look again."),
    TAKEN("Somebody else has just taken this task."),
    NOT_YOURS("This task is not yours to do: somebody else has taken it, or it is for other people."),
    DONE("There is no such task any more: it is done, or it went back. Please go back to your list.");

    private static final String REASON = EngineConflicts.class.getName();

    private final String sentence;

    EngineConflicts(String sentence) {
        this.sentence = sentence;
    }

    /** What to tell them. */
    public String sentence() {
        return sentence;
    }

    /** Why a call came too late; empty when that was not the reason. */
    public static Optional<EngineConflicts> of(HttpServletRequest request) {
        return Optional.ofNullable((EngineConflicts) request.getAttribute(REASON));
    }

    /** Whether whoever waits for this answer will read that they came too late. */
    static boolean isRemembered() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null && request.getAttribute(REASON, RequestAttributes.SCOPE_REQUEST) != null;
    }

    /** Keeps the reason until the answer goes out; outside a request of the webapp it goes nowhere. */
    public void remember() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(REASON, this, RequestAttributes.SCOPE_REQUEST);
        }
    }
}
