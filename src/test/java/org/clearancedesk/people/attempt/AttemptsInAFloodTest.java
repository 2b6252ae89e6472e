package org.clearancedesk.people.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.clearancedesk.people.RefusedAttempt.Kind;
import org.clearancedesk.people.attempt.AttemptSampler.Fate;
import org.junit.jupiter.api.Test;

/** Floods are listed in part, and hide nothing of what the desk's own people try. */
class AttemptsInAFloodTest {

    private final AttemptSampler sampler =
            new AttemptSampler(Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC));

    @Test
    void ofOnePersonTwentyOfAKindAreListedAndOneLineSaysThatThereWereMore() {
        List<Fate> fates = IntStream.range(0, 30)
                .mapToObj(call -> sampler.ofSomebody(Kind.NOT_ALLOWED, "insider"))
                .toList();

        assertThat(fates.subList(0, 20)).containsOnly(Fate.LIST);
        assertThat(fates.get(20)).isEqualTo(Fate.SAY_THERE_ARE_MORE);
        assertThat(fates.subList(21, 30)).containsOnly(Fate.DROP);
        assertThat(sampler.ofSomebody(Kind.DISGUISED, "insider")).isEqualTo(Fate.LIST);
    }

    @Test
    void ofStrangersFromManyPlacesSixHundredAreListedTogether() {
        List<Fate> fates = IntStream.range(0, 700)
                .mapToObj(place -> sampler.ofAStranger(Kind.SIGN_IN_FAILED, "place-" + place))
                .toList();

        assertThat(fates.subList(0, 600)).containsOnly(Fate.LIST);
        assertThat(fates.get(600)).isEqualTo(Fate.SAY_THERE_ARE_MORE);
        assertThat(fates.subList(601, 700)).containsOnly(Fate.DROP);
    }

    @Test
    void whatSomebodyTriesIsListedInTheMidstOfAFloodOfStrangers() {
        IntStream.range(0, 10_000).forEach(place -> sampler.ofAStranger(Kind.SIGN_IN_FAILED, "place-" + place));

        assertThat(sampler.ofSomebody(Kind.STEP_REFUSED, "insider")).isEqualTo(Fate.LIST);
    }

    @Test
    void whatSomebodyTriesIsListedHoweverManyOthersTryTheSame() {
        List<Fate> fates = IntStream.range(0, 1_000)
                .mapToObj(person -> sampler.ofSomebody(Kind.STEP_REFUSED, "person-" + person))
                .toList();

        assertThat(fates).containsOnly(Fate.LIST);
    }
}
