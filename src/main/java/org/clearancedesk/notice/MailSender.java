package org.clearancedesk.notice;

/** Lets mails out. */
interface MailSender {

    /** @throws NoticeNotSent when the mail could not be handed over */
    void post(Mail mail);
}
