package org.clearancedesk.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.clearancedesk.intake.Performer.Role;
import org.clearancedesk.intake.Tier;
import org.clearancedesk.review.ApprovalDecision;
import org.clearancedesk.review.ConsentOutcome;
import org.clearancedesk.review.ConsentReview;
import org.clearancedesk.review.EscalationAssessment;
import org.clearancedesk.review.LegalReview;
import org.clearancedesk.review.Opinion;

/** The desk's vocabulary in the words of a letter. */
public final class Labels {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private Labels() {}

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    public static String time(LocalDateTime local) {
        return TIME.format(local);
    }

    public static String time(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC)) + " UTC";
    }

    /** A word of a closed vocabulary as it stands: {@code KEY_ELEMENT} becomes "Key element". */
    public static String word(Enum<?> word) {
        String words = word.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    public static String tier(Tier tier) {
        return switch (tier) {
            case LOW -> "Inform";
            case ESCALATE -> "In doubt";
            case WRITTEN_APPROVAL -> "Written approval";
        };
    }

    static String role(Role role) {
        return switch (role) {
            case PRINCIPAL -> "principal performer";
            case BACKGROUND -> "background actor";
            case DECEASED -> "deceased person";
            case MINOR -> "minor";
            case REAL_PERSON -> "real person";
            case SYNTHETIC -> "synthetic performer";
            case CRAFT -> "represented craft";
        };
    }

    static String consent(ConsentOutcome outcome) {
        return switch (outcome) {
            case CONFIRMED -> "Consent confirmed";
            case NOT_REQUIRED -> "No consent required";
            case CHANGES_NEEDED -> "Changes needed";
            case REFUSED -> "Refused";
        };
    }

    /** What somebody was asked. */
    static String question(Opinion opinion) {
        if (opinion instanceof EscalationAssessment) {
            return "Assessment by the Netflix contact";
        }
        if (opinion instanceof LegalReview) {
            return "Legal review";
        }
        if (opinion instanceof ConsentReview review) {
            return "Consent of " + review.performer();
        }
        return "Final approval";
    }

    /** What somebody answered. */
    static String answer(Opinion opinion) {
        if (opinion instanceof EscalationAssessment assessment) {
            return switch (assessment.outcome()) {
                case INFORM_ONLY -> "Informing is enough";
                case APPROVAL_NEEDED -> "Written approval needed";
            };
        }
        if (opinion instanceof LegalReview review) {
            return switch (review.outcome()) {
                case CLEARED -> "Cleared";
                case CLEARED_WITH_CONDITIONS -> "Cleared with conditions";
                case CHANGES_NEEDED -> "Changes needed";
                case REFUSED -> "Refused";
            };
        }
        if (opinion instanceof ConsentReview review) {
            return consent(review.outcome());
        }
        return word(((ApprovalDecision) opinion).outcome());
    }
}
