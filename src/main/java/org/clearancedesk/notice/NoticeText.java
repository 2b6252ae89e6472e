package org.clearancedesk.notice;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clearancedesk.intake.Step;
import org.jspecify.annotations.Nullable;

/** What the templates under {@code notice/} print: one notice as one audience reads it. */
record NoticeText(Notice notice, CaseSummary about, Audience audience, String link, ZoneId zone) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm z", Locale.ENGLISH);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final Set<Step> OF_THE_REQUESTER =
            EnumSet.of(Step.AMEND_REQUEST, Step.FULFIL_CONDITION, Step.CLOSE_OUT_USE);

    /** A finding as mails list it. */
    record FindingText(String clause, String reason) {}

    String template() {
        return notice.kind().template();
    }

    String subject() {
        return "[%s] %s".formatted(number(), notice.kind().subject(title(), duty()));
    }

    public String number() {
        return notice.requestNumber();
    }

    public String title() {
        return about.shownTitle();
    }

    public String production() {
        return about.shownProduction();
    }

    public String tool() {
        return PlainText.line(about.tool());
    }

    public String requester() {
        return PlainText.line(about.requester());
    }

    public boolean informOnly() {
        return about.informOnly();
    }

    /** Whether the case has to be opened in the desk to read what people wrote. */
    public boolean confidential() {
        return about.confidential();
    }

    /** Whether the reader asked for the use; others get a copy in other words. */
    public boolean isRequester() {
        return audience == Audience.REQUESTER;
    }

    public boolean isNetflixContact() {
        return audience == Audience.NETFLIX_CONTACT;
    }

    /** Whether somebody has taken the task, and this is them. */
    public boolean isHolder() {
        return audience == Audience.HOLDER_OR_GROUPS && notice.person() != null;
    }

    /** Whether the holder may leave the task to somebody else; a request is changed by who made it. */
    public boolean canHandBack() {
        return isHolder() && !OF_THE_REQUESTER.contains(notice.step());
    }

    public @Nullable String person() {
        return notice.person() == null ? null : PlainText.line(notice.person());
    }

    /** The last day of an approval, for a notice that tells of it. */
    public @Nullable String lastDay() {
        Instant end = notice.end();
        return end == null ? null : DAY.format(end.minusNanos(1).atZone(zone));
    }

    public @Nullable String due() {
        if (notice.due() == null) {
            return null;
        }
        return TIME.format(notice.due().atZone(zone.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone));
    }

    public @Nullable String reason() {
        return notice.reason() == null || notice.reason().isBlank() ? null : notice.reason();
    }

    public @Nullable String quotedReason() {
        return reason() == null ? null : PlainText.quoted(notice.reason() == null ? "" : notice.reason());
    }

    public String description() {
        return about.description();
    }

    public String quotedDescription() {
        return PlainText.quoted(about.description());
    }

    public List<FindingText> findings() {
        return about.findings().stream()
                .map(finding -> new FindingText(finding.clause(), PlainText.line(finding.reason())))
                .toList();
    }

    /** What has to be done, as a noun that fits into a subject and a sentence. */
    public String duty() {
        Step step = notice.step();
        if (step == null) {
            return "your answer";
        }
        return switch (step) {
            case ASSESS_ESCALATED_USE -> "a use in doubt to assess";
            case REVIEW_LEGAL_EXPOSURE -> "a legal review";
            case CONFIRM_CONSENT ->
                notice.performer() == null
                        ? "a consent to confirm"
                        : "the consent of " + PlainText.line(notice.performer());
            case APPROVE_IN_WRITING -> "a written approval to decide";
            case AMEND_REQUEST -> "a request to change";
            case FULFIL_CONDITION -> "a condition to fulfil";
            case DECIDE_ON_HOLD -> "a suspended approval to decide on";
            case CLOSE_OUT_USE -> "a use to close out";
        };
    }
}
