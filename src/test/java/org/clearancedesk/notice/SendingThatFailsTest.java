package org.clearancedesk.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clearancedesk.intake.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SendingThatFailsTest {

    private final List<Mail> sent = new ArrayList<>();

    @Test
    void namesTheMailServerThatIsDownAndWhatToDo() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        JavaMailSenderImpl down = new JavaMailSenderImpl();
        down.setHost("127.0.0.1");
        down.setPort(port);
        Notices notices = Desk.notices(new MailServer(down, Desk.messages()));

        assertThatExceptionOfType(NoticeNotSent.class)
                .isThrownBy(() -> notices.send(Desk.notice(NoticeKind.REFUSED), Desk.CASE, List.of()))
                .withMessage(
                        "The mail server 127.0.0.1:%d cannot be reached or broke off. Please see that it runs and that "
                                        .formatted(port)
                                + "spring.mail.host and spring.mail.port are right, then send again.");
    }

    @Test
    void namesTheAddressThatTheMailServerRefuses() throws Exception {
        try (RefusingServer refusing = new RefusingServer()) {
            JavaMailSenderImpl server = new JavaMailSenderImpl();
            server.setHost("127.0.0.1");
            server.setPort(refusing.port());

            assertThatExceptionOfType(NoticeNotSent.class)
                    .isThrownBy(() -> Desk.notices(new MailServer(server, Desk.messages()))
                            .send(Desk.notice(NoticeKind.REFUSED), Desk.CASE, List.of()))
                    .withMessageContaining(
                            "The mail server 127.0.0.1:%d refused the mail to “requester@production.example”"
                                    .formatted(refusing.port()))
                    .withMessageContaining("550 No such person")
                    .withMessageContaining("Please correct the address");
        }
    }

    @Test
    void doesNotWaitForEverForAMailServerThatSaysNothing() {
        JavaMailSenderImpl silent = new JavaMailSenderImpl();
        silent.getJavaMailProperties().put("mail.smtp.timeout", "200");

        new MailServer(silent, Desk.messages());

        assertThat(silent.getJavaMailProperties())
                .containsEntry("mail.smtp.timeout", "200")
                .containsEntry("mail.smtp.connectiontimeout", "15000")
                .containsEntry("mail.smtps.writetimeout", "15000");
    }

    @Test
    void namesTheUserWithoutAnAddress() {
        CaseSummary about = new CaseSummary(
                Desk.NUMBER,
                "T",
                "P",
                "X",
                "D",
                "nobody",
                List.of("c@studio.example"),
                Desk.CASE.tier(),
                false,
                List.of(),
                null,
                false);

        assertThatExceptionOfType(NoticeNotSent.class)
                .isThrownBy(() ->
                        Desk.notices(sent::add).send(Desk.notice(NoticeKind.APPROVED), about, List.of(Desk.LETTER)))
                .withMessage(
                        "The user “nobody” has no e-mail address. Please add one to their profile, then send again.");
        assertThat(sent).extracting(Mail::to).containsExactly("c@studio.example");
    }

    @Test
    void tellsTheOtherGroupsWhenOneHasNobodyWithAnAddress() {
        Notice notice = Notice.of("n", NoticeKind.NOBODY_TOOK_IT, Desk.NUMBER)
                .toGroup("approvers")
                .toGroup("legal")
                .toGroup("nobodies")
                .aboutTask(Step.REVIEW_LEGAL_EXPOSURE, "t-17")
                .dueAt(Desk.DUE);

        assertThatExceptionOfType(NoticeNotSent.class)
                .isThrownBy(() -> Desk.notices(sent::add).send(notice, Desk.CASE, List.of()))
                .withMessageContaining("“approvers”")
                .withMessageContaining("“nobodies”");
        assertThat(sent).extracting(Mail::to).containsExactly("lea@studio.example", "lou@studio.example");
    }

    @Test
    void aSenderWithUmlautsIsWrittenAsMailServersTakeIt() throws Exception {
        MailProperties properties = new MailProperties(
                URI.create("https://desk.example"),
                new MailProperties.Mail("Freigabebüro Zürich <clearance@studio.example>", Path.of("x")));
        Desk.notices(sent::add).send(Desk.notice(NoticeKind.REFUSED), Desk.CASE, List.of());

        String header = new MimeMessages(properties.sender()).of(sent.get(0)).getHeader("From", null);

        assertThat(header).isEqualTo("=?UTF-8?Q?Freigabeb=C3=BCro_Z=C3=BCrich?= <clearance@studio.example>");
    }

    @Test
    void namesTheGroupInWhichNobodyHasAnAddress() {
        Notice notice = Notice.of("n", NoticeKind.TASK_WAITING, Desk.NUMBER).toGroup("approvers");

        assertThatExceptionOfType(NoticeNotSent.class)
                .isThrownBy(() -> Desk.notices(sent::add).send(notice, Desk.CASE, List.of()))
                .withMessageContaining("Nobody in the group “approvers” has an e-mail address.");
    }

    @Test
    void namesAnAddressThatIsNone() {
        CaseSummary about = new CaseSummary(
                Desk.NUMBER,
                "T",
                "P",
                "X",
                "D",
                "requester",
                List.of("no address"),
                Desk.CASE.tier(),
                true,
                List.of(),
                null,
                false);

        assertThatExceptionOfType(NoticeNotSent.class)
                .isThrownBy(() -> Desk.notices(mail -> Desk.messages().of(mail))
                        .send(Desk.notice(NoticeKind.DISCLOSURE), about, List.of()))
                .withMessageContaining("“no address”");
    }

    @Test
    void reachesTheOthersAndARepetitionReachesOnlyWhoIsLeft() {
        List<String> refused = new ArrayList<>(List.of("lea@studio.example"));
        Notices notices = Desk.notices(mail -> {
            if (refused.contains(mail.to())) {
                throw new NoticeNotSent("Refused.", null);
            }
            sent.add(mail);
        });
        Notice notice = Desk.notice(NoticeKind.NOBODY_TOOK_IT);

        assertThatExceptionOfType(NoticeNotSent.class).isThrownBy(() -> notices.send(notice, Desk.CASE, List.of()));
        assertThat(sent).extracting(Mail::to).containsExactly("lou@studio.example");

        refused.clear();
        notices.send(notice, Desk.CASE, List.of());
        assertThat(sent).extracting(Mail::to).containsExactly("lou@studio.example", "lea@studio.example");
    }

    @Test
    void keepsTheMessageIdsOfEachRecipientWhenItIsRepeatedAfterARestart() throws Exception {
        Desk.notices(sent::add).send(Desk.notice(NoticeKind.NOBODY_TOOK_IT), Desk.CASE, List.of());
        Desk.notices(sent::add).send(Desk.notice(NoticeKind.NOBODY_TOOK_IT), Desk.CASE, List.of());
        Desk.notices(sent::add)
                .send(
                        Notice.of("another", NoticeKind.NOBODY_TOOK_IT, Desk.NUMBER)
                                .toGroup("legal"),
                        Desk.CASE,
                        List.of());

        List<String> ids = new ArrayList<>();
        for (Mail mail : sent) {
            ids.add(Desk.messages().of(mail).getMessageID());
        }
        assertThat(ids.subList(2, 4)).isEqualTo(ids.subList(0, 2));
        assertThat(ids.get(0)).isNotEqualTo(ids.get(1)).matches("<[0-9a-f]{32}@studio\\.example>");
        assertThat(ids.subList(4, 6)).doesNotContainAnyElementsOf(ids.subList(0, 2));
    }

    @Test
    void namesTheFolderThatCannotBeWritten(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("mail"));

        assertThatExceptionOfType(NoticeNotSent.class)
                .isThrownBy(() -> Desk.notices(new MailFolder(file, Desk.messages()))
                        .send(Desk.notice(NoticeKind.REFUSED), Desk.CASE, List.of()))
                .withMessageContaining(file.toString())
                .withMessageContaining("clearance-desk.mail.directory");
    }
}
