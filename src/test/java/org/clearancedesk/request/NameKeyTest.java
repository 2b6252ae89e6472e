package org.clearancedesk.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two names are the same name. */
class NameKeyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Zo\u00EB Marlow|Zoe\u0308 Marlow",
                "Zo\u00EB Marlow|Zo\u00EB\u00A0Marlow",
                "Ana Ruiz|Ana  \t Ruiz",
                "Ana Ruiz| Ana Ruiz\u200B",
                "Ana Ruiz|\uFEFFAna\u2060 Ruiz",
                "Ana Ruiz|Ana\u00AD Ru\u034Fiz",
                "Zo\u00EB|Zoe\u034F\u0308",
                "Liam O'Hara|Liam O\u2019Hara",
                "Liam O'Hara|LIAM O\u00B4HARA",
                "Kaʻaihue|Ka'aihue",
                "Jean-Luc|Jean\u2011Luc",
                "Jean-Luc|Jean\u2013Luc",
                "Stra\u00DFer|STRASSER",
                "Anna Stra\u00DFer|ANNA STRA\u1E9EER",
                "ilker y\u0131ld\u0131z|\u0130LKER YILDIZ",
                "Ana Toro|Ana\uD834\uDD59 Toro",
                "Ana Toro|Ana\uFFFC Toro",
                "Liam O'Hara|Liam O\u02BEHara",
                "\uFF21na|Ana",
                "\u039F\u0394\u039F\u03A3|\u03BF\u03B4\u03BF\u03C2",
                "\uD835\uDC00na|Ana"
            })
    void isSoWhateverTheirBytes(String one, String other) {
        assertThat(NameKey.same(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Zo\u00EB,Zoe", "Ana Ruiz,AnaRuiz", "Jean-Luc,Jean Luc", "\u0410na,Ana", "Ana,Anna"})
    void isNotSoWhenReadersTellThemApart(String one, String other) {
        assertThat(NameKey.same(one, other)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"\uFDFA", "\uD835\uDC00", "A"})
    void isToldByAKeyThatFitsItsColumn(String character) {
        String key = NameKey.of(character.repeat(200)).value();

        assertThat(key.length()).isPositive().isLessThanOrEqualTo(200);
        assertThat(Character.isSurrogate(key.charAt(key.length() - 1))).isFalse();
    }
}
