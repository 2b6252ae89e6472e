package org.clearancedesk.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import org.clearancedesk.trace.Correlation;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Puts a mail into the form that mail servers take. */
final class MimeMessages {

    private final InternetAddress sender;
    private final String domain;

    MimeMessages(InternetAddress sender) {
        this.sender = sender;
        this.domain = sender.getAddress().substring(sender.getAddress().lastIndexOf('@') + 1);
    }

    MimeMessage of(Mail mail) {
        try {
            MimeMessage message = new MimeMessage((Session) null);
            MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
            helper.setFrom(sender);
            helper.setTo(new InternetAddress(mail.to(), true));
            helper.setSubject(mail.subject());
            helper.setText(mail.text(), mail.html());
            helper.setSentDate(Date.from(mail.writtenAt()));
            for (Attachment attachment : mail.attachments()) {
                helper.addAttachment(
                        attachment.fileName(), new ByteArrayResource(attachment.content()), attachment.contentType());
            }
            message.saveChanges();
            message.setHeader("Message-ID", "<%s@%s>".formatted(mail.id(), domain));
            message.setHeader("References", "<%s@%s>".formatted(mail.requestNumber(), domain));
            message.setHeader("Auto-Submitted", "auto-generated");
            String cause = Correlation.current().orElse(null);
            if (cause != null) {
                message.setHeader(Correlation.HEADER, cause);
            }
            return message;
        } catch (MessagingException e) {
            throw new NoticeNotSent(
                    "No mail can be written to “%s”. Please correct this e-mail address, then send again."
                            .formatted(mail.to()),
                    e);
        }
    }
}
