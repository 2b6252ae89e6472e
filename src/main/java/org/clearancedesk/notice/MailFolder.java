package org.clearancedesk.notice;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Puts mails into a folder as {@code .eml} files, which mail programs open; for trying the desk without a mail server. */
final class MailFolder implements MailSender {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;
    private final MimeMessages messages;

    MailFolder(Path folder, MimeMessages messages) {
        this.folder = folder;
        this.messages = messages;
    }

    @Override
    public void post(Mail mail) {
        String name = "%s-%s-%s-%s.eml"
                .formatted(
                        STAMP.format(mail.writtenAt()),
                        mail.kind().template(),
                        mail.requestNumber(),
                        mail.id().substring(0, 12));
        Path unfinished = folder.resolve(name + ".part");
        try {
            Files.createDirectories(folder);
            try (OutputStream file = Files.newOutputStream(unfinished)) {
                messages.of(mail).writeTo(file);
            }
            Files.move(
                    unfinished,
                    folder.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | MessagingException e) {
            throw new NoticeNotSent(
                    "No mail can be written into the folder “%s”. Please see that it exists and may be written to, or set "
                                    .formatted(folder.toAbsolutePath())
                            + "another one as clearance-desk.mail.directory, then send again.",
                    e);
        }
    }
}
