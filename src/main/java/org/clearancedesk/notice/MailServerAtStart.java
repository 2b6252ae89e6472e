package org.clearancedesk.notice;

import jakarta.mail.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Says at the start that no mail will go out. The desk starts nevertheless: mails wait in the database. */
@Component
class MailServerAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(MailServerAtStart.class);

    private final ObjectProvider<JavaMailSenderImpl> servers;

    MailServerAtStart(ObjectProvider<JavaMailSenderImpl> servers) {
        this.servers = servers;
    }

    /** Nobody waits for it. */
    @EventListener(ApplicationReadyEvent.class)
    void ask() {
        JavaMailSenderImpl server = servers.getIfAvailable();
        if (server != null && StringUtils.hasText(server.getHost())) {
            Thread asking = new Thread(() -> ask(server), "mail-server-at-start");
            asking.setDaemon(true);
            asking.start();
        }
    }

    private static void ask(JavaMailSenderImpl server) {
        try {
            server.testConnection();
        } catch (MessagingException silent) {
            LOG.error(
                    "The mail server {} cannot be used ({}). Mails wait until it can: check spring.mail.host,"
                            + " spring.mail.port, spring.mail.username and spring.mail.password.",
                    server.getHost(),
                    PlainText.line(String.valueOf(silent.getMessage())));
        }
    }
}
