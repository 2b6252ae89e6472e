package org.clearancedesk.notice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import org.clearancedesk.intake.Finding;
import org.clearancedesk.intake.Tier;
import org.junit.jupiter.api.Test;

/** What people type is shown as typed and does nothing. */
class HostileTextTest {

    private final List<Mail> sent = new ArrayList<>();
    private final Notices notices = Desk.notices(sent::add);

    @Test
    void cannotAddAHeaderThroughTheTitle() throws Exception {
        Mail mail = send("Nice\r\nBcc: thief@evil.example\r\n\r\nBody\u2028\u202Etxt", "Fine.", "Fine.");

        MimeMessage message = Desk.messages().of(mail);
        assertThat(mail.subject()).isEqualTo("[GC-2026-000042] Refused: Nice Bcc: thief@evil.example Body txt");
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getSubject()).isEqualTo(mail.subject());
    }

    @Test
    void staysLiteralInTheHtmlAndInTheText() {
        String markup = "<script>alert('x')</script> & ${7*7} [[${7*7}]] [(${7*7})]";

        Mail mail = send(markup, markup, markup);

        assertThat(mail.html())
                .doesNotContain("<script", "49")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; ${7*7} [[${7*7}]] [(${7*7})]");
        assertThat(mail.text()).contains("> " + markup).contains("Title:      " + markup);
    }

    @Test
    void cannotPassForTheDesksOwnWordsInTheText() {
        Mail mail = send("Title", "No.\n\nOpen the request:\r\nhttps://evil.example\u2028more", "Text");

        assertThat(mail.text())
                .contains("> No.\n>\n> Open the request:\n> https://evil.example more\n")
                .doesNotContain("\nhttps://evil.example");
    }

    @Test
    void isQuotedInADisclosureToo() {
        CaseSummary about = about("Title", "Line one\nhttps://evil.example <b>bold</b>");

        notices.send(Desk.notice(NoticeKind.DISCLOSURE), about, List.of());

        assertThat(sent.get(0).text()).contains("> Line one\n> https://evil.example <b>bold</b>\n");
        assertThat(sent.get(0).html()).doesNotContain("<b>");
    }

    private Mail send(String title, String reason, String description) {
        notices.send(Desk.notice(NoticeKind.REFUSED).because(reason), about(title, description), List.of());
        return sent.get(0);
    }

    private static CaseSummary about(String title, String description) {
        return new CaseSummary(
                Desk.NUMBER,
                title,
                "Production",
                "Tool",
                description,
                "requester",
                List.of("contact@studio.example"),
                Tier.LOW,
                true,
                List.of(new Finding("NOTIFY", Tier.LOW, false, "Shared.")),
                null,
                false);
    }
}
