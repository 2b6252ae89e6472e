package org.clearancedesk.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.clearancedesk.approval.Validity.Mark;
import org.junit.jupiter.api.Test;

class ValidityTest {

    private static final Instant ISSUED = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void lastsToTheEndOfItsLastDayWhereTheDeskIs() {
        Validity validity = Validity.of(ISSUED, LocalDate.parse("2027-06-30"), ZoneId.of("America/Los_Angeles"));

        assertThat(validity.ends()).isEqualTo("2027-07-01T07:00:00Z");
        assertThat(validity.isOver(Instant.parse("2027-07-01T06:59:59.999Z"))).isFalse();
        assertThat(validity.isOver(validity.ends())).isTrue();
    }

    @Test
    void lastsTwoYearsWithoutALastDay() {
        assertThat(Validity.of(ISSUED, null, ZoneOffset.UTC).ends()).isEqualTo("2028-11-24T00:00:00Z");
    }

    @Test
    void reachesEachMarkOnceInOrder() {
        assertThat(marks(365))
                .containsExactly(Mark.MOST_IS_OVER, Mark.THIRTY_DAYS_LEFT, Mark.SEVEN_DAYS_LEFT, Mark.END);
        assertThat(marks(100))
                .containsExactly(Mark.THIRTY_DAYS_LEFT, Mark.MOST_IS_OVER, Mark.SEVEN_DAYS_LEFT, Mark.END);
        assertThat(marks(20)).containsExactly(Mark.SEVEN_DAYS_LEFT, Mark.MOST_IS_OVER, Mark.END);
        assertThat(marks(5)).containsExactly(Mark.MOST_IS_OVER, Mark.END);
    }

    @Test
    void hasOnlyItsEndLeftWhenThatIsOver() {
        Validity validity = Validity.of(ISSUED, LocalDate.parse("2026-12-01"), ZoneOffset.UTC);

        assertThat(validity.nextAfter(validity.ends().plus(Duration.ofDays(3))))
                .isEqualTo(new Validity.Date(Mark.END, validity.ends()));
    }

    private static List<Mark> marks(int days) {
        Validity validity = new Validity(ISSUED, ISSUED.plus(Duration.ofDays(days)));
        List<Mark> marks = new ArrayList<>();
        for (Instant at = ISSUED; !validity.isOver(at); ) {
            Validity.Date next = validity.nextAfter(at);
            marks.add(next.mark());
            at = next.at();
        }
        return marks;
    }
}
