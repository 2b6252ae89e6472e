package org.clearancedesk.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Where mails go: into a folder until a mail server is set. */
class MailFolderTest {

    private final Path folder;

    MailFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private final ApplicationContextRunner desk = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
            .withUserConfiguration(NoticeConfiguration.class)
            .withBean(AddressBook.class, () -> Desk.ADDRESSES)
            .withBean(Clock.class, () -> Desk.CLOCK);

    @Test
    void holdsOneReadableFileForEachRecipientAndNoUnfinishedOnes() throws Exception {
        desk().run(context -> {
            context.getBean(Notices.class).send(Desk.notice(NoticeKind.APPROVED), Desk.CASE, List.of(Desk.LETTER));

            assertThat(fileNames())
                    .hasSize(2)
                    .allMatch(
                            name -> name.matches("20261123T101530\\.123Z-approved-GC-2026-000042-[0-9a-f]{12}\\.eml"));
            List<MimeMessage> messages = new ArrayList<>();
            for (String name : fileNames()) {
                try (InputStream file =
                        Files.newInputStream(folder.resolve("mail").resolve(name))) {
                    messages.add(new MimeMessage((Session) null, file));
                }
            }
            ReadMail mail = Inbox.of(messages).of("requester@production.example");
            assertThat(mail.subject).isEqualTo("[GC-2026-000042] Approved in writing: Digital double für Łódź");
            assertThat(mail.text).contains("The use is approved in writing.");
            assertThat(mail.html).contains("The use is approved in writing.");
            assertThat(mail.attachments.get("GL-2026-000042.pdf")).isEqualTo(Desk.LETTER.content());
            assertThat(messages.get(0).getFrom()[0]).hasToString("Studio <clearance@studio.example>");
            assertThat(messages.get(0).getSentDate()).isEqualTo("2026-11-23T10:15:30Z");
            assertThat(messages.get(0).getHeader("Auto-Submitted")).containsExactly("auto-generated");
        });
    }

    @Test
    void staysEmptyOnceAMailServerIsSet() {
        GreenMail server = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            desk().withPropertyValues(
                            "spring.mail.host=127.0.0.1",
                            "spring.mail.port=" + server.getSmtp().getPort())
                    .run(context -> {
                        context.getBean(Notices.class).send(Desk.notice(NoticeKind.REFUSED), Desk.CASE, List.of());

                        assertThat(server.getReceivedMessages()).hasSize(1);
                        assertThat(server.getReceivedMessages()[0].getMessageID())
                                .endsWith("@studio.example>");
                        assertThat(folder.resolve("mail")).doesNotExist();
                    });
        } finally {
            server.stop();
        }
    }

    @Test
    void isUsedWhenTheMailServerIsSetToNothing() {
        desk().withPropertyValues("spring.mail.host=")
                .run(context -> assertThat(context).getBean(MailSender.class).isInstanceOf(MailFolder.class));
    }

    @Test
    void keepsTheDeskFromStartingWithASenderThatIsNoAddress() {
        desk().withPropertyValues("clearance-desk.mail.from=nobody at all").run(context -> assertThat(
                        context.getStartupFailure())
                .hasStackTraceContaining("clearance-desk.mail.from is “nobody at all”, which is no e-mail address."));
    }

    private ApplicationContextRunner desk() {
        return desk.withPropertyValues(
                "clearance-desk.mail.from=Studio <clearance@studio.example>",
                "clearance-desk.mail.directory=" + folder.resolve("mail"));
    }

    private List<String> fileNames() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("mail"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
