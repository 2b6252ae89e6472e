package org.clearancedesk.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number is read off paper and typed into a telephone. */
class LetterNumberTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "GL-2026-7K3M-9QWT, GL-2026-7K3M-9QWT",
        "gl-2026-7k3m-9qwt, GL-2026-7K3M-9QWT",
        "'GL-2026-7K3M-9QWT ', GL-2026-7K3M-9QWT",
        "GL20267K3M9QWT, GL-2026-7K3M-9QWT",
        "gl 2026 7k3m 9qwt, GL-2026-7K3M-9QWT",
        "GL\u20132026\u20147K3M\u20119QWT, GL-2026-7K3M-9QWT",
        "GL\u22122026\u22127K3M\u00AD9QWT, GL-2026-7K3M-9QWT",
        "\uFF27\uFF2C\uFF0D2026-7K3M\u00A09QWT\u200B, GL-2026-7K3M-9QWT",
        "GL-2O26-OIL0-lioX, GL-2026-0110-110X",
        "GL-2026-000042, GL-2026-000042",
        "gl\u20132026\u2013000042, GL-2026-000042",
        "gl2026000042, GL-2026-000042",
        "GL-2026-OOOO42, GL-2026-000042",
        "GL-2026-12345678, GL-2026-12345678",
        "GL-2026-1234-5678, GL-2026-12345678"
    })
    void isReadHoweverItIsTyped(String typed, String number) {
        assertThat(LetterNumber.read(typed)).hasValue(new LetterNumber(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GL",
                "GL-2026",
                "GL-2026-7K3M",
                "GL-2026-7K3M-9QWU",
                "GL-2026-7K3M-9QWTX",
                "GL-26-7K3M-9QWT",
                "GC-2026-000042",
                "nonsense",
                "GL-2026-00042",
                "GL-2026-7K3M-9QW/",
                "<script>",
                "GL-2026-0000000000000000000042"
            })
    void isNoNumberWhenItCannotBeRead(String typed) {
        assertThat(LetterNumber.read(typed)).isEmpty();
    }

    @Test
    void isOneSpellingOnly() {
        for (String other : new String[] {
            "gl-2026-000042", "GL-2026-1\n", "GL-2026-7K3M9QWT", "GL-2026-1234-5678", "GL-2026-7I3M-9QWT"
        }) {
            assertThatIllegalArgumentException().isThrownBy(() -> new LetterNumber(other));
        }
    }

    @Test
    void hasAnAlphabetWithoutLookAlikes() {
        assertThat(LetterNumber.ALPHABET).hasSize(32).doesNotContain("I", "L", "O", "U");
        assertThat(IntStream.range(0, 32).mapToObj(LetterNumber.ALPHABET::charAt))
                .doesNotHaveDuplicates();
    }
}
