package org.clearancedesk.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What arrived, by recipient; the latest mail when one got several. */
record Inbox(Map<String, ReadMail> byRecipient) {

    static Inbox of(List<MimeMessage> messages) throws MessagingException, IOException {
        Map<String, ReadMail> mails = new LinkedHashMap<>();
        for (MimeMessage message : messages) {
            ReadMail mail = new ReadMail(message);
            mails.put(mail.to, mail);
        }
        return new Inbox(mails);
    }

    ReadMail of(String recipient) {
        ReadMail mail = byRecipient.get(recipient);
        if (mail == null) {
            throw new AssertionError("Nothing arrived for %s, only for %s".formatted(recipient, byRecipient.keySet()));
        }
        return mail;
    }
}
