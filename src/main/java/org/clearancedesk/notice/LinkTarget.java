package org.clearancedesk.notice;

/** Where the one link of a mail leads. */
enum LinkTarget {
    /** The case as its requester and reviewers see it. */
    CASE,
    /** The list of requests that the reader may see. */
    REQUESTS,
    /** The task that waits. */
    TASK,
    /** The public page that checks the letter. */
    VERIFICATION
}
