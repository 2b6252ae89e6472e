package org.clearancedesk.process;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** A real mail server that can be taken down and up again, and what lies in its boxes. */
final class PostOffice {

    /** A mail as it arrived; {@code attachments} are file names. */
    record Delivered(String to, String subject, String text, List<String> attachments) {

        @Override
        public String toString() {
            return to + ": " + subject;
        }
    }

    private final ServerSetup place = patient(freePort());
    private GreenMail server = open();
    private final List<MimeMessage> earlier = new ArrayList<>();

    int port() {
        return place.getPort();
    }

    void goesDown() {
        earlier.addAll(List.of(server.getReceivedMessages()));
        server.stop();
    }

    void comesUp() {
        server = open();
    }

    /** Whoever brings a mail waits, until the answer lets them through. */
    HeldPost holdsBack() {
        earlier.addAll(List.of(server.getReceivedMessages()));
        server.stop();
        server = new GreenMail(patient(freePort()));
        server.start();
        int inside = server.getSmtp().getPort();
        return new HeldPost(place.getPort(), inside, () -> {
            earlier.addAll(List.of(server.getReceivedMessages()));
            server.stop();
            server = open();
        });
    }

    void stop() {
        server.stop();
    }

    /** Every mail about a request, in the order of arrival. */
    List<Delivered> about(String number) {
        List<MimeMessage> all = new ArrayList<>(earlier);
        all.addAll(List.of(server.getReceivedMessages()));
        return all.stream()
                .map(PostOffice::read)
                .filter(mail -> mail.subject().contains(number))
                .toList();
    }

    private GreenMail open() {
        try {
            return started();
        } catch (IllegalStateException notYetFree) {
            // Whoever held the port a moment ago has not let go of it.
            return started();
        }
    }

    private GreenMail started() {
        GreenMail opened = new GreenMail(place);
        opened.start();
        return opened;
    }

    /** On a busy machine a server takes its time to listen. */
    private static ServerSetup patient(int port) {
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(20_000);
        return setup;
    }

    private static Delivered read(MimeMessage message) {
        try {
            List<String> files = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            read(message, text, files);
            return new Delivered(
                    message.getAllRecipients()[0].toString(), message.getSubject(), text.toString(), files);
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail that arrived cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Part part, StringBuilder text, List<String> files) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                read(inner, text, files);
            }
        } else if (part.getFileName() != null) {
            files.add(part.getFileName());
        } else if (part.isMimeType("text/plain")) {
            text.append(part.getContent());
        }
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
