package org.clearancedesk.notice;

import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Hands mails to the mail server that {@code spring.mail.host} names. */
final class MailServer implements MailSender {

    /** A server that does not answer must not hold a worker for ever. */
    private static final String PATIENCE_IN_MILLISECONDS = "15000";

    private final JavaMailSenderImpl server;
    private final MimeMessages messages;

    MailServer(JavaMailSenderImpl server, MimeMessages messages) {
        this.server = server;
        this.messages = messages;
        Properties settings = server.getJavaMailProperties();
        for (String phase : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            settings.putIfAbsent("mail.smtp." + phase, PATIENCE_IN_MILLISECONDS);
            settings.putIfAbsent("mail.smtps." + phase, PATIENCE_IN_MILLISECONDS);
        }
    }

    @Override
    public void post(Mail mail) {
        MimeMessage message = messages.of(mail);
        try {
            server.send(message);
        } catch (MailAuthenticationException e) {
            throw new NoticeNotSent(
                    "The mail server %s does not accept the desk’s login. Please check spring.mail.username and "
                                    .formatted(place())
                            + "spring.mail.password, then send again.",
                    e);
        } catch (MailException e) {
            throw new NoticeNotSent(refused(e) ? refusal(mail, e) : unreachable(), e);
        }
    }

    private String unreachable() {
        return "The mail server %s cannot be reached or broke off. Please see that it runs and that spring.mail.host and "
                        .formatted(place())
                + "spring.mail.port are right, then send again.";
    }

    private String refusal(Mail mail, MailException e) {
        return "The mail server %s refused the mail to “%s”: %s. Please correct the address, then send again."
                .formatted(place(), mail.to(), PlainText.line(innermost(e)));
    }

    private static boolean refused(MailException e) {
        return e instanceof MailSendException failed
                && failed.getFailedMessages().values().stream().anyMatch(SendFailedException.class::isInstance);
    }

    private static String innermost(MailException e) {
        Exception failure = ((MailSendException) e).getMessageExceptions()[0];
        while (failure instanceof SendFailedException failed && failed.getNextException() != null) {
            failure = failed.getNextException();
        }
        return String.valueOf(failure.getMessage());
    }

    private String place() {
        int port = server.getPort() == JavaMailSenderImpl.DEFAULT_PORT ? 25 : server.getPort();
        return "%s:%d".formatted(server.getHost(), port);
    }
}
