package org.clearancedesk.notice;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a studio sets for its mails.
 *
 * @param baseUrl where people reach the desk; every link begins with it
 */
@ConfigurationProperties("clearance-desk")
record MailProperties(@DefaultValue("http://localhost:8080") URI baseUrl, @DefaultValue Mail mail) {

    /**
     * @param from the sender, such as {@code Clearance desk <clearance@studio.example>}
     * @param directory where mails are put as {@code .eml} files while no mail server is set
     */
    record Mail(
            @DefaultValue("GenAI clearance desk <clearance-desk@localhost>") String from,
            @DefaultValue("data/mail") Path directory) {}

    /** @throws IllegalArgumentException when the setting is no address */
    InternetAddress sender() {
        try {
            InternetAddress sender = new InternetAddress(mail.from(), true);
            sender.validate();
            // As it is set it may hold letters that no mail server has to take.
            sender.setPersonal(sender.getPersonal(), "UTF-8");
            return sender;
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new IllegalArgumentException(
                    "clearance-desk.mail.from is “%s”, which is no e-mail address. Please set one like clearance@studio.example."
                            .formatted(mail.from()),
                    e);
        }
    }
}
