package org.clearancedesk.process;

/** The variables of the process {@code send-notice}. */
public final class NoticeProcess {

    /** What is to be sent, as JSON. */
    public static final String NOTICE = "notice";

    /** The id of the call because of which it is sent. */
    public static final String CAUSE = "correlation";

    private NoticeProcess() {}
}
