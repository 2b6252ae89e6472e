package org.clearancedesk.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people paste, one text is kept for what looks like one text, and nothing in it that nobody can see. */
class TextAsItIsReadTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Zoe\u0308 Marlow,Zo\u00EB Marlow",
                "Zo\u00EB\u00A0Marlow,Zo\u00EB Marlow",
                "12\u202F000\u3000and\u2003more,12 000 and more",
                "Ana Ruiz\u200B,Ana Ruiz",
                "\uFEFFpasted\u2060 from\u00AD Notepad,pasted from Notepad",
                "x\u202Egnp.exe\u202C\u200F,xgnp.exe",
                "one\u000Btwo\u000Cthree\u0085four\u2028five\u2029six,one two three four five six",
                "a\tb,a b",
                "\u0338Probe,Probe",
                "\u00A0\u0301\u0338 Probe,Probe",
                "\u115F\u3164Kim\uFFA0\u034F,Kim",
                "e\u200B\u0301tude,\u00E9tude"
            })
    void hasOneSpellingAndOneKindOfBlankInALine(String typed, String kept) {
        assertThat(line(typed)).isEqualTo(kept);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Ka\u02BBaihue \u018Fliyeva \u1F08\u03B8\u03B7\u03BD\u1FB6",
                "SAG\u2011AFTRA \u2192 \u2713 \u2610 \uF0B7",
                "\uD55C\uD6A8\uB9B0 \u5F20\u8BD1\u6587 \u05E0\u05D5\u05E2\u05D4",
                "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
                "\u0D28\u0D4D\u200D",
                "\uD83D\uDC69\uD83C\uDFFD\u200D\uD83C\uDFA8 \u2764\uFE0F",
                "\u845B\uDB40\uDD00\u98FE",
                "O\u2019Hara & <b>\"x\"</b>"
            })
    void keepsEveryLetterAndWhatJoinsLettersWhereAScriptAsksForIt(String typed) {
        assertThat(line(typed)).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u200Db", "a\u200Cb", "\u200Da b", "a \u200Db"})
    void losesWhatJoinsNothing(String typed) {
        assertThat(line(typed)).doesNotContain("\u200C", "\u200D");
    }

    @Test
    void keepsLinesWhereTextMayBeLong() {
        assertThat(lines("one\r\ntwo\rthree\u000Bfour\u2028five\u0085\u0338six\tseven"))
                .isEqualTo("one\ntwo\nthree\nfour\nfive\nsix\tseven");
    }

    @Test
    void isAsLongAsItsLettersHoweverItsLineBreaksArrive() {
        String typed = ("x".repeat(99) + "\r\n").repeat(39) + "y".repeat(95);

        assertThat(typed.length()).isGreaterThan(Fields.LONG_TEXT);
        assertThat(lines(typed)).hasSize(3995);
        assertThat(line("e\u0301".repeat(Fields.SHORT_TEXT))).hasSize(Fields.SHORT_TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200B\u200B",
                "\u00A0",
                "\u2800",
                "\u3000\u2028",
                "\uFEFF",
                "\u0301",
                "\u202E\u202C",
                "\u3164",
                "\uFE0F"
            })
    void isMissingWhenThereIsNothingToSee(String typed) {
        BadInput refused = catchThrowableOfType(BadInput.class, () -> line(typed));

        assertThat(refused.problems())
                .containsExactly(new BadInput.Problem("text", "“text” is missing. Please fill it in."));
        assertThat(optional(typed)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\u0000b", "a\u0007b", "a\u001Bb", "a\u009Fb", "a\uFFFEb", "a\uFDD0b", "a\uD83Fb", "\uDC00a"})
    void isRefusedAtItsFieldWhenItHoldsWhatIsNoCharacter(String typed) {
        BadInput refused = catchThrowableOfType(BadInput.class, () -> line(typed));

        assertThat(refused.problems()).singleElement().satisfies(problem -> assertThat(problem.field())
                .isEqualTo("text"));
        assertThat(catchThrowableOfType(BadInput.class, () -> lines(typed))).isNotNull();
    }

    private static String line(String typed) {
        Fields fields = new Fields("", Map.of("text", typed));
        String kept = fields.text("text", Fields.SHORT_TEXT);
        fields.complete();
        return kept;
    }

    private static @Nullable String optional(String typed) {
        Fields fields = new Fields("", Map.of("text", typed));
        String kept = fields.optionalText("text", Fields.LONG_TEXT);
        fields.complete();
        return kept;
    }

    private static String lines(String typed) {
        Fields fields = new Fields("", Map.of("text", typed));
        String kept = fields.text("text", Fields.LONG_TEXT);
        fields.complete();
        return kept;
    }
}
