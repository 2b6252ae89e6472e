package org.clearancedesk.approval;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day that the words of a condition name, as in “by 2026-12-15”. */
final class DueDay {

    private static final Pattern BY = Pattern.compile("\\bby (\\d{4}-\\d{2}-\\d{2})\\b", Pattern.CASE_INSENSITIVE);

    private DueDay() {}

    /** The end of that day; empty when none is named or it is over. */
    static Optional<Instant> in(String condition, Clock clock) {
        Matcher named = BY.matcher(condition);
        if (!named.find()) {
            return Optional.empty();
        }
        try {
            Instant end = LocalDate.parse(named.group(1))
                    .plusDays(1)
                    .atStartOfDay(clock.getZone())
                    .toInstant();
            return Optional.of(end).filter(clock.instant()::isBefore);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
