package org.clearancedesk.notice;

/** Whom a notice reaches. */
enum Audience {
    REQUESTER,
    NETFLIX_CONTACT,
    /** Everybody in the groups that the notice names. */
    GROUPS,
    /** The person who holds the task, or everybody in its group while nobody does. */
    HOLDER_OR_GROUPS
}
