package org.clearancedesk.notice;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearancedesk.intake.Finding;
import org.clearancedesk.intake.Step;
import org.clearancedesk.intake.Tier;

/** The people of the desk, one case, and notices about it. */
final class Desk {

    static final String NUMBER = "GC-2026-000042";
    static final Instant DUE = Instant.parse("2026-11-27T14:00:00Z");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:15:30.123Z"), ZoneOffset.UTC);
    static final Attachment LETTER =
            new Attachment("GL-2026-000042.pdf", "application/pdf", "%PDF-1.7 letter".getBytes(StandardCharsets.UTF_8));

    static final CaseSummary CASE = new CaseSummary(
            NUMBER,
            "Digital double für Łódź",
            "El Eternauta",
            "Runway Gen-4",
            "One digital double.\nFor episode 3.",
            "requester",
            List.of("contact@studio.example"),
            Tier.WRITTEN_APPROVAL,
            false,
            List.of(new Finding("NOTIFY", Tier.LOW, false, "Every intended use is shared.")),
            "GL-2026-7K3M-9QWT",
            false);

    private static final Map<String, String> PEOPLE =
            Map.of("requester", "requester@production.example", "lea", "lea@studio.example");
    private static final Map<String, List<String>> GROUPS = Map.of(
            "legal", List.of("lea@studio.example", "lou@studio.example"),
            "talent-relations", List.of("tia@studio.example"),
            "approvers", List.of());

    static final AddressBook ADDRESSES = new AddressBook() {
        @Override
        public Optional<String> emailOf(String user) {
            return Optional.ofNullable(PEOPLE.get(user));
        }

        @Override
        public List<String> emailsOf(String group) {
            return GROUPS.getOrDefault(group, List.of());
        }
    };

    private Desk() {}

    static Notices notices(MailSender mailSender) {
        return new Notices(ADDRESSES, new Links(URI.create("https://desk.example/")), mailSender, CLOCK);
    }

    static MimeMessages messages() {
        return new MimeMessages(new MailProperties(
                        URI.create("https://desk.example"),
                        new MailProperties.Mail("Clearance desk <desk@studio.example>", java.nio.file.Path.of("x")))
                .sender());
    }

    /** A notice as it is queued where it belongs. */
    static Notice notice(NoticeKind kind) {
        Notice notice = Notice.of("n-" + kind, kind, NUMBER);
        return switch (kind) {
            case TASK_WAITING, REMINDER, NOBODY_TOOK_IT ->
                notice.toGroup("legal")
                        .aboutTask(Step.REVIEW_LEGAL_EXPOSURE, "t-17")
                        .dueAt(DUE);
            case CHANGES_NEEDED -> notice.aboutTask(Step.AMEND_REQUEST, "t-18").because("Please name the shots.");
            case DECISION_OVERTAKEN ->
                notice.aboutTask(Step.AMEND_REQUEST, "t-18").because("Ana has withdrawn her consent.");
            case CONSENT_CHANGED ->
                notice.toGroup("legal").toGroup("talent-relations").because("Ana has withdrawn her consent.");
            case NO_LONGER_COVERED -> notice.because("The standing approval GC-2026-000007 came to its end.");
            case CONDITION_SET ->
                notice.aboutTask(Step.FULFIL_CONDITION, "t-19").dueAt(DUE);
            case SUSPENDED, RELEASED, REVOKED, SUPERSEDED -> notice.because("Ana has withdrawn her consent.");
            case EXPIRING, EXPIRED -> notice.endingAt(DUE);
            case COVERED, COVERED_DISCLOSURE -> notice.because("Covered by the standing approval GC-2026-000007.");
            case STRIKE_CALLED ->
                notice.toGroup("talent-relations").because("A strike is called under “Guild, 2026”: By mail.");
            case REFUSED -> notice.because("The artwork is not cleared.");
            case WITHDRAWN ->
                notice.toGroup("legal")
                        .toGroup("talent-relations")
                        .withPerson("requester")
                        .because("The scene was cut.");
            case CONTACT_RELIEVED -> notice.toGroup("legal");
            default -> notice;
        };
    }

    static List<Attachment> attachments(NoticeKind kind) {
        return kind.carriesLetter() ? List.of(LETTER) : List.of();
    }
}
