package org.clearancedesk.notice;

import static org.clearancedesk.notice.Audience.GROUPS;
import static org.clearancedesk.notice.Audience.HOLDER_OR_GROUPS;
import static org.clearancedesk.notice.Audience.NETFLIX_CONTACT;
import static org.clearancedesk.notice.Audience.REQUESTER;
import static org.clearancedesk.notice.LinkTarget.CASE;
import static org.clearancedesk.notice.LinkTarget.REQUESTS;
import static org.clearancedesk.notice.LinkTarget.TASK;
import static org.clearancedesk.notice.LinkTarget.VERIFICATION;

import java.util.List;
import java.util.Locale;

/**
 * The one table of who is told what: each line is a notice, its subject (%1$s the title of the request, %2$s what has to
 * be done), and its audiences. The words of the mail are in {@code notice/<kind>.html} and {@code .txt}.
 */
public enum NoticeKind {
    /** The request is in the desk. */
    ACKNOWLEDGEMENT("We have your request: %1$s", to(REQUESTER, CASE)),
    /** A use that needs no approval, as the guidance asks for every use (NOTIFY). */
    DISCLOSURE("GenAI use disclosed: %1$s", to(NETFLIX_CONTACT, CASE)),
    /** A request that people looked at first, or that had to be changed, needs no approval after all. */
    INFORMING_IS_ENOUGH("You can go ahead: %1$s", to(REQUESTER, CASE)),
    /** A standing approval covers the use; said to the contact as every use is, and then to whoever asked. */
    COVERED_DISCLOSURE("GenAI use disclosed: %1$s", to(NETFLIX_CONTACT, CASE)),
    COVERED("You can go ahead: %1$s", to(REQUESTER, CASE)),
    /** The standing approval ended before the use counted as covered; the contact may have been told otherwise. */
    NO_LONGER_COVERED("Not covered after all: %1$s", to(REQUESTER, CASE), to(NETFLIX_CONTACT, CASE)),
    TASK_WAITING("Waiting for you: %2$s, %1$s", to(GROUPS, TASK)),
    REMINDER("Reminder: %2$s, %1$s", to(HOLDER_OR_GROUPS, TASK)),
    NOBODY_TOOK_IT("Nobody has taken this yet: %2$s, %1$s", to(GROUPS, TASK)),
    CHANGES_NEEDED("Changes needed: %1$s", to(REQUESTER, TASK)),
    /** An approval that was decided cannot be given any more. */
    DECISION_OVERTAKEN("Not approved after all: %1$s", to(REQUESTER, TASK)),
    /** Somebody took a consent back, or drew narrower bounds, while the request is under way. */
    CONSENT_CHANGED("A consent no longer holds: %1$s", to(REQUESTER, CASE), to(GROUPS, CASE)),
    /** An administrator has put somebody else in the place of the contact that the request named. */
    CONTACT_NAMED("You are the Netflix contact: %1$s", to(NETFLIX_CONTACT, CASE)),
    /** The same, to whoever was the contact before. */
    CONTACT_RELIEVED("No longer yours to follow: %1$s", to(HOLDER_OR_GROUPS, REQUESTS)),
    /** Comes with the letter. */
    APPROVED("Approved in writing: %1$s", to(REQUESTER, CASE), to(NETFLIX_CONTACT, VERIFICATION)),
    REFUSED("Refused: %1$s", to(REQUESTER, CASE)),
    WITHDRAWN("Withdrawn: %1$s", to(REQUESTER, CASE), to(GROUPS, CASE), to(NETFLIX_CONTACT, CASE)),
    /** The approval came with a condition; the task to fulfil it waits for the holder. */
    CONDITION_SET("A condition to fulfil: %1$s", to(REQUESTER, TASK)),
    SUSPENDED("Suspended: %1$s", to(REQUESTER, CASE), to(NETFLIX_CONTACT, VERIFICATION)),
    RELEASED("In force again: %1$s", to(REQUESTER, CASE), to(NETFLIX_CONTACT, VERIFICATION)),
    REVOKED("Revoked: %1$s", to(REQUESTER, CASE), to(NETFLIX_CONTACT, VERIFICATION)),
    EXPIRING("Ends soon: %1$s", to(REQUESTER, CASE)),
    EXPIRED("Expired: %1$s", to(REQUESTER, CASE), to(NETFLIX_CONTACT, VERIFICATION)),
    SUPERSEDED("Superseded: %1$s", to(REQUESTER, CASE), to(NETFLIX_CONTACT, VERIFICATION)),
    /** An approval stands under an agreement that does not say that a strike suspends it. */
    STRIKE_CALLED("Strike called, please look at this: %1$s", to(GROUPS, CASE));

    private final String subject;
    private final List<NoticeDelivery> told;

    NoticeKind(String subject, NoticeDelivery... told) {
        this.subject = subject;
        this.told = List.of(told);
    }

    /** Whether the letter goes with it; no other notice carries an attachment. */
    public boolean carriesLetter() {
        return this == APPROVED;
    }

    /** Whether the use may go ahead once this has reached the contact. */
    public boolean discloses() {
        return this == DISCLOSURE || this == COVERED_DISCLOSURE;
    }

    List<NoticeDelivery> told() {
        return told;
    }

    String subject(String title, String duty) {
        return subject.formatted(title, duty);
    }

    String template() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static NoticeDelivery to(Audience audience, LinkTarget link) {
        return new NoticeDelivery(audience, link);
    }
}
