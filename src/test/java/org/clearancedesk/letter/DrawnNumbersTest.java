package org.clearancedesk.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.clearancedesk.register.LetterRepository;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.junit.jupiter.api.Test;

/** Numbers as the desk draws them for its letters. */
@RunningDesk
class DrawnNumbersTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:15:30Z"), ZoneOffset.UTC);

    private final LetterNumbers numbers;
    private final LetterRepository book;
    private final Floor floor;

    DrawnNumbersTest(LetterNumbers numbers, LetterRepository book, Floor floor) {
        this.numbers = numbers;
        this.book = book;
        this.floor = floor;
    }

    @Test
    void showNoOrderInAThousand() {
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            drawn.add(numbers.next().value());
        }

        assertThat(drawn)
                .doesNotHaveDuplicates()
                .allMatch(number -> number.matches("GL-\\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4}"));
        int rising = 0;
        for (int i = 1; i < drawn.size(); i++) {
            rising += drawn.get(i).compareTo(drawn.get(i - 1)) > 0 ? 1 : 0;
        }
        assertThat(rising).as("numbers that are higher than the one before").isBetween(400, 600);
        for (int place : new int[] {8, 9, 10, 11, 13, 14, 15, 16}) {
            Set<Character> used = new HashSet<>();
            drawn.forEach(number -> used.add(number.charAt(place)));
            assertThat(used).as("characters at place " + place).hasSizeGreaterThanOrEqualTo(30);
        }
    }

    @Test
    void sayNothingOfTheRequest() {
        String first = floor.approved(Map.of("approvalOutcome", "APPROVED"));
        String second = floor.approved(Map.of("approvalOutcome", "APPROVED"));

        for (String number : List.of(first, second)) {
            String letter = floor.letterOf(number);
            String chance = letter.substring(8).replace("-", "");
            assertThat(letter).isNotEqualTo("GL" + number.substring(2));
            assertThat(chance).hasSize(LetterNumber.CHANCE).doesNotContain(number.substring(8));
            assertThat(floor.nobody()
                            .with("Accept", "application/json")
                            .get("/verify/GL" + number.substring(2))
                            .json()
                            .get("state")
                            .asText())
                    .as("what the request's own number says to a stranger")
                    .isEqualTo("UNKNOWN");
            assertThat(floor.as("requester").get("/api/requests.csv").text()).doesNotContain(letter);
            assertThat(floor.as("requester")
                            .get("/api/requests?q=" + letter.toLowerCase(java.util.Locale.ROOT))
                            .text())
                    .as("who may see the case finds it by its letter")
                    .contains(number);
            assertThat(floor.as("requester2").get("/api/requests?q=" + letter).text())
                    .doesNotContain(number);
        }
    }

    @Test
    void areNeverThoseOfAnotherLetterNorOnlyDigits() {
        String taken = floor.letterOf(floor.approved(Map.of("approvalOutcome", "APPROVED")));
        String drawnTwice = "00000000" + taken.substring(8).replace("-", "") + "7K3M9QWT";
        int[] next = {0};
        RandomGenerator fixed = new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int nextInt(int bound) {
                return LetterNumber.ALPHABET.indexOf(drawnTwice.charAt(next[0]++));
            }
        };
        Clock sameYear = Clock.fixed(Instant.parse(taken.substring(3, 7) + "-06-01T00:00:00Z"), ZoneOffset.UTC);

        assertThat(new LetterNumbers(book, sameYear, fixed).next())
                .isEqualTo(LetterNumber.of(Integer.parseInt(taken.substring(3, 7)), "7K3M9QWT"));
        assertThat(new LetterNumbers(book, CLOCK).next().value()).startsWith("GL-2026-");
    }
}
