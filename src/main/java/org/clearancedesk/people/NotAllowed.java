package org.clearancedesk.people;

import org.clearancedesk.intake.BadInput;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Somebody asked for what is not theirs to do; the message tells them so. */
public final class NotAllowed extends RuntimeException {

    private static final String TRIED = NotAllowed.class.getName();

    public NotAllowed(String sentence) {
        super(sentence);
    }

    /**
     * The same for what is refused as a field of what they sent: the call that is under way counts as a refused attempt,
     * whoever shows the sentence.
     *
     * @param field empty when it is the whole that is not theirs
     */
    public static BadInput at(String field, String sentence) {
        return at(new BadInput(field, sentence));
    }

    /** The same for a refusal that says already what is wrong. */
    public static BadInput at(BadInput refused) {
        RequestAttributes call = RequestContextHolder.getRequestAttributes();
        if (call != null) {
            call.setAttribute(TRIED, true, RequestAttributes.SCOPE_REQUEST);
        }
        return refused;
    }

    /** Whether the call that is under way asked for what is not theirs to do. */
    public static boolean isTried() {
        RequestAttributes call = RequestContextHolder.getRequestAttributes();
        return call != null && call.getAttribute(TRIED, RequestAttributes.SCOPE_REQUEST) != null;
    }
}
