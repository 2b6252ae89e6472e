package org.clearancedesk.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearancedesk.letter.SampleLetter.given;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.clearancedesk.intake.Performer;
import org.clearancedesk.review.ConsentReview;
import org.junit.jupiter.api.Test;

/** The record keeps texts of days on which nobody looked at their characters; each is printed, and none becomes markup. */
class TextFromBeforeTest {

    private final SampleLetter sample = new SampleLetter();

    @Test
    void mayBeginWithAnyMarkThatComposesWithTheLetterBeforeIt() throws IOException {
        List<String> texts = new ArrayList<>(IntStream.rangeClosed(0x300, 0x36F)
                .mapToObj(mark -> Character.toString(mark) + "Probe" + mark)
                .toList());
        texts.addAll(List.of("\u20D2Probe a", "\u3099Probe b", "\uFE20Probe c", "\u093EProbe d", "\u05B4Probe e"));
        sample.title = "\u0338Probe";
        sample.conditions(texts);

        try (PrintedLetter printed = PrintedLetter.of(sample.letter())) {
            assertThat(printed.text().replace(" ", ""))
                    .contains("Approveduse[U+0338]Probe")
                    .contains(IntStream.rangeClosed(0x300, 0x36F)
                            .mapToObj("Probe%d"::formatted)
                            .toList())
                    .contains("Probea", "Probeb", "Probec", "Probed", "Probee");
        }
    }

    @Test
    void mayHoldWhatNoMarkupMayHold() throws IOException {
        sample.description = "nul \u0000 bell \u0007 half \uD800 none \uFFFE \uFDD0 tab\u000Bbreak\u2028end";
        sample.title = "> \u0338 <\u0338b> &\u0338amp;\u20D2";
        sample.conditions(
                List.of("\u202Eevil\u202C", "\uFEFFpasted", "zero\u200Bwidth", "\uDC00\uD800", "soft\u00ADhyphen"));

        try (PrintedLetter printed = PrintedLetter.of(sample.letter())) {
            assertThat(printed.text())
                    .contains("nul [U+0000] bell [U+0007] half [U+D800] none [U+FFFE] [U+FDD0] tab break end")
                    .contains("[U+202E]evil[U+202C]", "[U+FEFF]pasted", "zero[U+200B]width", "[U+DC00][U+D800]")
                    .contains("softhyphen", "amp;");
        }
    }

    @Test
    void namesPeopleAsTheySpellTheirNames() throws IOException {
        sample.title = "Voice of Keoni Ka\u02BBaihue";
        sample.performers.set(
                0,
                new Performer(
                        "\u018Fliyeva",
                        Performer.Role.PRINCIPAL,
                        "SAG\u2011AFTRA",
                        "\u1F08\u03B8\u03B7\u03BD\u1FB6",
                        "12\u202F000"));
        sample.replace(
                ConsentReview.class, given("talent", "2026-11-21T09:00:00Z", SampleLetter.confirmed("\u018Fliyeva")));
        sample.description =
                "\u2192 \u2713 \u2610 \uF0B7 \uF0FC \uFF21\uFF42\uFF11 \u0181 \u0190 \u1E62\u0323 \u04D8 \u20AC";
        sample.conditions(List.of("\uD83D\uDC69\u200D\uD83C\uDFA8 \u2764\uFE0F", "\uF000 \uE0FF"));

        try (PrintedLetter printed = PrintedLetter.of(sample.letter())) {
            assertThat(printed.text())
                    .contains("Voice of Keoni Ka\u02BBaihue")
                    .contains("\u018Fliyeva, principal performer", "Union SAG-AFTRA", "12 000")
                    .contains("\u2192 \u2713 \u2610 \u2022 \u2713 Ab1 \u0181 \u0190")
                    .contains("\u04D8 \u20AC")
                    .contains("[U+1F469][U+1F3A8] \u2764", "[U+F000] [U+E0FF]")
                    .doesNotContain("U+02BB", "U+018F", "\u2011", "U+202F", "U+200D", "U+FE0F");
        }
    }
}
