package org.clearancedesk.notice;

import org.jspecify.annotations.Nullable;

/** A notice that did not go out; the message says who has to mend what. Sending it again is safe. */
public final class NoticeNotSent extends RuntimeException {

    public NoticeNotSent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
