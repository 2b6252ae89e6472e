package org.clearancedesk.approval;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From when until when an approval holds.
 *
 * @param ends the first moment after the last day
 */
public record Validity(Instant begins, Instant ends) {

    /** How long an approval holds whose letter names no day. */
    private static final int YEARS = 2;

    /** When the holder is told that the end comes near; the last is the end itself. */
    public enum Mark {
        MOST_IS_OVER,
        THIRTY_DAYS_LEFT,
        SEVEN_DAYS_LEFT,
        END
    }

    /** A mark, and when it is reached. */
    public record Date(Mark mark, Instant at) {}

    /** @param lastDay null when the letter names none */
    public static Validity of(Instant issued, @Nullable LocalDate lastDay, ZoneId zone) {
        LocalDate last = lastDay == null ? issued.atZone(zone).toLocalDate().plusYears(YEARS) : lastDay;
        return new Validity(issued, last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(ends);
    }

    /** The next mark after a moment; the end when there is no other. What lies before the beginning is left out. */
    public Date nextAfter(Instant moment) {
        Optional<Date> next = Arrays.stream(Mark.values())
                .map(mark -> new Date(mark, at(mark)))
                .filter(date -> date.at().isAfter(moment) && date.at().isAfter(begins))
                .min(Comparator.comparing(Date::at));
        return next.orElse(new Date(Mark.END, ends));
    }

    /** The last mark that was reached by a moment; the first when none was. */
    public Mark reachedBy(Instant moment) {
        return Arrays.stream(Mark.values())
                .filter(mark -> !at(mark).isAfter(moment))
                .max(Comparator.comparing(this::at))
                .orElse(Mark.MOST_IS_OVER);
    }

    private Instant at(Mark mark) {
        return switch (mark) {
            case MOST_IS_OVER -> begins.plus(most(Duration.between(begins, ends)));
            case THIRTY_DAYS_LEFT -> ends.minus(Duration.ofDays(30));
            case SEVEN_DAYS_LEFT -> ends.minus(Duration.ofDays(7));
            case END -> ends;
        };
    }

    /** Four fifths; the engine's timers know no more than milliseconds. */
    private static Duration most(Duration whole) {
        return Duration.ofMillis(whole.toMillis() * 4 / 5);
    }
}
