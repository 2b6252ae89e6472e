package org.clearancedesk.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.List;
import org.clearancedesk.intake.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Every line of the table, over a real mail server. */
class WhoIsToldWhatTest {

    private static final String REQUESTER = "requester@production.example";
    private static final String CONTACT = "contact@studio.example";

    @RegisterExtension
    final GreenMailExtension server = new GreenMailExtension(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));

    private Notices notices;

    @BeforeEach
    void connect() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        notices = Desk.notices(new MailServer(sender, Desk.messages()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ACKNOWLEDGEMENT | requester@production.example | [GC-2026-000042] We have your request: Digital double für Łódź
            DISCLOSURE      | contact@studio.example       | [GC-2026-000042] GenAI use disclosed: Digital double für Łódź
            INFORMING_IS_ENOUGH | requester@production.example | [GC-2026-000042] You can go ahead: Digital double für Łódź
            COVERED_DISCLOSURE | contact@studio.example    | [GC-2026-000042] GenAI use disclosed: Digital double für Łódź
            COVERED         | requester@production.example | [GC-2026-000042] You can go ahead: Digital double für Łódź
            TASK_WAITING    | lea@studio.example lou@studio.example | [GC-2026-000042] Waiting for you: a legal review, Digital double für Łódź
            REMINDER        | lea@studio.example lou@studio.example | [GC-2026-000042] Reminder: a legal review, Digital double für Łódź
            NOBODY_TOOK_IT  | lea@studio.example lou@studio.example | [GC-2026-000042] Nobody has taken this yet: a legal review, Digital double für Łódź
            CHANGES_NEEDED  | requester@production.example | [GC-2026-000042] Changes needed: Digital double für Łódź
            APPROVED        | requester@production.example contact@studio.example | [GC-2026-000042] Approved in writing: Digital double für Łódź
            CONTACT_NAMED   | contact@studio.example       | [GC-2026-000042] You are the Netflix contact: Digital double für Łódź
            CONTACT_RELIEVED | lea@studio.example lou@studio.example | [GC-2026-000042] No longer yours to follow: Digital double für Łódź
            REFUSED         | requester@production.example | [GC-2026-000042] Refused: Digital double für Łódź
            WITHDRAWN       | requester@production.example lea@studio.example lou@studio.example tia@studio.example contact@studio.example | [GC-2026-000042] Withdrawn: Digital double für Łódź
            CONDITION_SET   | requester@production.example | [GC-2026-000042] A condition to fulfil: Digital double für Łódź
            SUSPENDED       | requester@production.example contact@studio.example | [GC-2026-000042] Suspended: Digital double für Łódź
            RELEASED        | requester@production.example contact@studio.example | [GC-2026-000042] In force again: Digital double für Łódź
            REVOKED         | requester@production.example contact@studio.example | [GC-2026-000042] Revoked: Digital double für Łódź
            EXPIRING        | requester@production.example | [GC-2026-000042] Ends soon: Digital double für Łódź
            EXPIRED         | requester@production.example contact@studio.example | [GC-2026-000042] Expired: Digital double für Łódź
            SUPERSEDED      | requester@production.example contact@studio.example | [GC-2026-000042] Superseded: Digital double für Łódź
            STRIKE_CALLED   | tia@studio.example           | [GC-2026-000042] Strike called, please look at this: Digital double für Łódź
            """)
    void reachesItsAudienceAndNobodyElse(NoticeKind kind, String recipients, String subject) throws Exception {
        Inbox mails = send(Desk.notice(kind));

        assertThat(mails.byRecipient().keySet()).containsExactlyInAnyOrder(recipients.split(" "));
        assertThat(mails.byRecipient().values()).allSatisfy(mail -> {
            assertThat(mail.subject).isEqualTo(subject);
            assertThat(mail.text)
                    .contains(
                            "Request:    GC-2026-000042\nTitle:      Digital double für Łódź\nProduction: El Eternauta")
                    .contains("GenAI clearance desk. This mail was sent automatically")
                    .doesNotContain("[#", "[(", "[/]", "${", "null", "<");
            assertThat(mail.html)
                    .contains("GC-2026-000042", "Digital double für Łódź", "El Eternauta")
                    .doesNotContain(" th:", "${", ">null<");
            assertThat(mail.text.split("https://")).hasSize(2);
            assertThat(mail.html.split("href=")).hasSize(2);
        });
    }

    @ParameterizedTest
    @EnumSource(NoticeKind.class)
    void carriesTheLetterWhenItApprovesAndOtherwiseNothing(NoticeKind kind) throws Exception {
        assertThat(send(Desk.notice(kind)).byRecipient().values()).allSatisfy(mail -> {
            if (kind == NoticeKind.APPROVED) {
                assertThat(mail.attachments).containsOnlyKeys("GL-2026-000042.pdf");
                assertThat(mail.attachments.get("GL-2026-000042.pdf")).isEqualTo(Desk.LETTER.content());
            } else {
                assertThat(mail.attachments).isEmpty();
            }
        });
    }

    @Test
    void isRefusedWhenTheLetterIsMissingOrAFileComesUninvited() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notices.send(Desk.notice(NoticeKind.APPROVED), Desk.CASE, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notices.send(Desk.notice(NoticeKind.REFUSED), Desk.CASE, List.of(Desk.LETTER)));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void asksTheRequesterToWaitUnlessTheUseWasOnlyToBeDisclosed() throws Exception {
        ReadMail waiting = send(Desk.notice(NoticeKind.ACKNOWLEDGEMENT)).of(REQUESTER);
        assertThat(waiting.text)
                .contains("Please do not begin before you hear from us.")
                .contains("See where it stands:\n\nhttps://desk.example/requests/GC-2026-000042\n")
                .doesNotContain("need not wait");

        CaseSummary informOnly = informOnly();
        notices.send(Notice.of("n-2", NoticeKind.ACKNOWLEDGEMENT, Desk.NUMBER), informOnly, List.of());
        ReadMail free = received().of(REQUESTER);
        assertThat(free.text).contains("you need not wait").doesNotContain("do not begin");
        assertThat(free.html).contains("you need not wait").doesNotContain("do not begin");
    }

    @Test
    void describesADisclosedUseToTheContact() throws Exception {
        ReadMail mail = send(Desk.notice(NoticeKind.DISCLOSURE)).of(CONTACT);

        assertThat(mail.text)
                .contains("requester wants to use Runway Gen-4:\n\n> One digital double.\n> For episode 3.\n")
                .contains("- NOTIFY: Every intended use is shared.");
        assertThat(mail.html)
                .contains("One digital double.\nFor episode 3.", "NOTIFY", "Every intended use is shared.");
    }

    @Test
    void namesTheStandingApprovalThatCoversAUse() throws Exception {
        ReadMail contact = send(Desk.notice(NoticeKind.COVERED_DISCLOSURE)).of(CONTACT);
        assertThat(contact.text)
                .contains("Covered by the standing approval GC-2026-000007.", "> One digital double.")
                .contains("- NOTIFY: Every intended use is shared.");
        assertThat(contact.html).contains("Covered by the standing approval GC-2026-000007.");

        ReadMail requester = send(Desk.notice(NoticeKind.COVERED)).of(REQUESTER);
        assertThat(requester.text)
                .contains("You can go ahead.", "Covered by the standing approval GC-2026-000007.")
                .contains("conditions and limits");
    }

    @Test
    void tellsAGroupWhatWaitsUntilWhenAndLeadsToTheTask() throws Exception {
        ReadMail mail = send(Desk.notice(NoticeKind.TASK_WAITING)).of("lou@studio.example");

        assertThat(mail.text)
                .contains("Something is waiting for your group: a legal review.")
                .contains("Friday, 27 November 2026, 14:00 UTC")
                .contains("https://desk.example/camunda/app/tasklist/default/#/?task=t-17");
        assertThat(mail.html)
                .contains("https://desk.example/camunda/app/tasklist/default/#/?task=t-17")
                .contains("Friday, 27 November 2026, 14:00 UTC");
    }

    @Test
    void remindsOnlyWhoeverHoldsTheTask() throws Exception {
        Inbox mails = send(Desk.notice(NoticeKind.REMINDER).withPerson("lea"));

        assertThat(mails.byRecipient()).containsOnlyKeys("lea@studio.example");
        assertThat(mails.of("lea@studio.example").text)
                .contains("You hold this one", "hand it back")
                .doesNotContain("Nobody");
        assertThat(send(Desk.notice(NoticeKind.REMINDER)).of("lou@studio.example").text)
                .contains("Nobody in your group has taken it yet", "Please finish it by")
                .doesNotContain("hand it back");
    }

    @Test
    void namesThePerformerWhoseConsentIsAsked() throws Exception {
        Notice consent = Notice.of("n-3", NoticeKind.TASK_WAITING, Desk.NUMBER)
                .toGroup("talent-relations")
                .aboutTask(Step.CONFIRM_CONSENT, null)
                .forPerformer("Ana %2$s Torrent");

        ReadMail mail = send(consent).of("tia@studio.example");

        assertThat(mail.subject).contains("the consent of Ana %2$s Torrent, Digital double");
        assertThat(mail.text)
                .contains("https://desk.example/camunda/app/tasklist/default/\n")
                .doesNotContain("Due:", "finish it by");
    }

    @Test
    void quotesTheReasonOfWhoDecided() throws Exception {
        ReadMail changes = send(Desk.notice(NoticeKind.CHANGES_NEEDED)).of(REQUESTER);
        assertThat(changes.text).contains("This is what the reviewers ask:", "> Please name the shots.");
        assertThat(changes.html).contains("Please name the shots.");
        assertThat(changes.text).contains("?task=t-18");

        ReadMail refused = send(Desk.notice(NoticeKind.REFUSED)).of(REQUESTER);
        assertThat(refused.text).contains("Please do not go ahead", "> The artwork is not cleared.");
        assertThat(refused.html).contains("Please do not go ahead", "The artwork is not cleared.");
    }

    @Test
    void tellsEachAudienceOfAnApprovalOrWithdrawalInItsOwnWords() throws Exception {
        Inbox approved = send(Desk.notice(NoticeKind.APPROVED));
        assertThat(approved.of(REQUESTER).text)
                .contains("before you begin", "Open the request:", "/requests/GC-2026-000042");
        assertThat(approved.of(CONTACT).text)
                .contains("for your files", "Check the letter:", "/verify/GL-2026-7K3M-9QWT")
                .doesNotContain("before you begin");
        assertThat(approved.of(CONTACT).html).contains("Check the letter", "/verify/GL-2026-7K3M-9QWT");

        Inbox withdrawn = send(Desk.notice(NoticeKind.WITHDRAWN));
        assertThat(withdrawn.of(REQUESTER).text)
                .contains("The request was withdrawn by requester.", "Please do not go ahead", "> The scene was cut.");
        assertThat(withdrawn.of("tia@studio.example").text).contains("What was waiting for your group is gone.");
        assertThat(withdrawn.of(CONTACT).text).contains("no longer asks for this use");
    }

    @Test
    void tellsNobodyTwiceWhoBelongsToTwoAudiences() throws Exception {
        CaseSummary own = new CaseSummary(
                Desk.NUMBER,
                "Title",
                "Production",
                "Tool",
                "Text",
                "lea",
                List.of("LEA@studio.example"),
                Desk.CASE.tier(),
                false,
                List.of(),
                null,
                false);

        notices.send(Desk.notice(NoticeKind.WITHDRAWN), own, List.of());

        assertThat(received().byRecipient())
                .containsOnlyKeys("lea@studio.example", "lou@studio.example", "tia@studio.example");
        assertThat(server.getReceivedMessages()).hasSize(3);
    }

    private static CaseSummary informOnly() {
        CaseSummary about = Desk.CASE;
        return new CaseSummary(
                about.number(),
                about.title(),
                about.production(),
                about.tool(),
                about.description(),
                about.requester(),
                about.netflixContacts(),
                about.tier(),
                true,
                about.findings(),
                null,
                false);
    }

    private Inbox send(Notice notice) throws Exception {
        notices.send(notice, Desk.CASE, Desk.attachments(notice.kind()));
        return received();
    }

    private Inbox received() throws Exception {
        return Inbox.of(List.of(server.getReceivedMessages()));
    }
}
