package org.clearancedesk.notice;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A mail as its reader's program takes it apart. */
final class ReadMail {

    final String to;
    final String subject;
    final String id;
    String text = "";
    String html = "";
    final Map<String, byte[]> attachments = new LinkedHashMap<>();

    ReadMail(MimeMessage message) throws MessagingException, IOException {
        to = message.getAllRecipients()[0].toString();
        subject = message.getSubject();
        id = message.getMessageID();
        read(message);
    }

    private void read(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                read(inner);
            }
        } else if (part.getFileName() != null) {
            attachments.put(part.getFileName(), part.getInputStream().readAllBytes());
        } else if (part.isMimeType("text/html")) {
            html = lines(part);
        } else {
            text = lines(part);
        }
    }

    private static String lines(Part part) throws MessagingException, IOException {
        return ((String) part.getContent()).replace("\r\n", "\n");
    }
}
