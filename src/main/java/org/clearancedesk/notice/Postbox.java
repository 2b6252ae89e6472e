package org.clearancedesk.notice;

/** Lets mails out. */
interface Postbox {

    /** @throws NoticeNotSent when the mail could not be handed over */
    void post(Mail mail);
}
