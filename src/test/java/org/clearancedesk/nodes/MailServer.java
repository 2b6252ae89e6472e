package org.clearancedesk.nodes;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A real mail server that goes down and comes up again, and everything that ever arrived. */
final class MailServer implements AutoCloseable {

    /** A mail as it arrived. */
    record Arrived(String id, String to, String subject) {}

    private final ServerSetup place = new ServerSetup(Node.freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    private final List<GreenMail> servers = new ArrayList<>();

    MailServer() {
        comesUp();
    }

    int port() {
        return place.getPort();
    }

    void comesUp() {
        GreenMail server = new GreenMail(place);
        server.start();
        servers.add(server);
    }

    /** Nobody gets through any more; what arrived stays, which it would not if all of the server were stopped. */
    void goesDown() {
        servers.get(servers.size() - 1).getSmtp().stopService();
    }

    List<Arrived> arrived() {
        return servers.stream()
                .flatMap(server -> List.of(server.getReceivedMessages()).stream())
                .map(MailServer::read)
                .toList();
    }

    Set<Arrived> withoutCopies() {
        return arrived().stream().collect(Collectors.toUnmodifiableSet());
    }

    private static Arrived read(MimeMessage message) {
        try {
            return new Arrived(message.getMessageID(), message.getAllRecipients()[0].toString(), message.getSubject());
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        goesDown();
    }
}
