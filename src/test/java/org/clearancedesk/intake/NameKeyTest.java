package org.clearancedesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    @CsvSource({"Zo\u00EB,Zoe", "Ana Ruiz,AnaRuiz", "Jean-Luc,Jean Luc", "Ana,Anna"})
    void isNotSoWhenReadersTellThemApart(String one, String other) {
        assertThat(NameKey.same(one, other)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zo\u00EB Kravitz.",
                "Zo\u00EB Kravitz\u2020",
                "Zo\u00EB Kravitz\u2021",
                "\u00A7 Zo\u00EB Kravitz",
                "Zo\u00EB Kravitz^",
                "@Zo\u00EB Kravitz",
                "Zo\u00EB \uA741ravitz",
                "Zo\u00EB \u20ADravitz",
                "Zo\u00EB Kravit\u01B6",
                "Zo\u00EB  Kravitz,",
                "Zo\u00EB Kravitz \u2026",
                "Zo\u00EB Kravitz!",
                "Zo\u00EB Kravitz;",
                "\u201EZo\u00EB Kravitz\u201C",
                "\u201CZo\u00EB Kravitz\u201D",
                "\"Zo\u00EB Kravitz\"",
                "'Zo\u00EB Kravitz'",
                "\u2018Zo\u00EB Kravitz\u2019",
                "''Zo\u00EB Kravitz''",
                "\u00ABZo\u00EB Kravitz\u00BB",
                "\u300CZo\u00EB Kravitz\u300D",
                "\u2033Zo\u00EB Kravitz\u2033",
                "(Zo\u00EB Kravitz)",
                "- Zo\u00EB Kravitz -",
                "\u2014Zo\u00EB Kravitz\u2014",
                "Zo\u00EB Kravitz\u3002",
                "Zo\u00EB \u201CKravitz\u201D",
                "Zo\u00EB_Kravitz",
                "* Zo\u00EB Kravitz *",
                "Zo\u00EB Kravitz\u2122",
                "\u2605 Zo\u00EB Kravitz \u2605",
                "Zo\u00EB\u00B7Kravitz",
                "Zo\u00EB \u00B7 Kravitz",
                "Zo\u00EB\u30FBKravitz",
                "Zo\u00EB\uFF65Kravitz",
                "Zo\u00EB\u2027Kravitz",
                "Zo\u00EB\u2022Kravitz",
                "Zo\u00EB Kravitz\u00B7",
                "Zo\u00EB Kra\u00B7vitz",
                "Zo\u00B7\u00EB Kra\u2027vitz",
            })
    void isSoWhateverItIsPutIntoAndEndedWith(String spelled) {
        assertThat(NameKey.of(spelled)).isEqualTo(NameKey.of("Zo\u00EB Kravitz"));
        assertThat(NameKey.of(spelled.toUpperCase(Locale.ROOT))).isEqualTo(NameKey.of("Zo\u00EB Kravitz"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zo\u00EB K\u0280avitz",
                "Zo\u00EB Kra\u1D20itz",
                "\u1D22\u1D0F\u00EB \u1D0B\u0280\u1D00\u1D20\u026A\u1D1B\u1D22",
                "Zo\u00EB Kr\u0251vitz",
                "Z\u043E\u00EB Kr\u0430vitz",
                "\uD83C\uDD69o\u00EB Kravitz",
                "\uD83C\uDDFF\uD83C\uDDF4\u00EB Kravitz",
                "Z\u101D\u00EB Kravitz",
                "Zo\u00EB K\u0336ravitz",
                "Zo\u00EB K\u0336r\u0336a\u0336v\u0336i\u0336t\u0336z\u0336",
                "Zo\u00EB Kr\u20DDavitz",
                "Zo\u00EB Kra\u05C4vitz",
                "Zo\u00EB Kra\uFE2Fvitz",
                "Zo\u00EB Kra\u0361vitz",
                "Zo\u00EB Kra\u20E0vitz",
                "Zo\u00EB Kra\u0332vitz",
                "Zo\u00EB Kra\u064Bvitz",
                "Zo\u00EB Kra\u05B8vitz",
                "Zo\u0336\u00EB\u0336 Kravitz",
            })
    void isSoForLettersThatLookTheSameAndMarksThatStrikeOut(String spelled) {
        assertThat(NameKey.of(spelled)).isEqualTo(NameKey.of("Zo\u00EB Kravitz"));
    }

    @ParameterizedTest
    @CsvSource({
        "\u0420\u043E\u0440\u0435,Pope",
        "\u0420\u041E\u0420\u0415,pope",
        "\u0405\u0430\u0455\u04BB\u0430,Sasha",
        "\u0412\u0415\u0422\u041D,Beth",
        "\u0432\u0435\u0442\u043D,BETH",
        "\u0406\u0441\u0435,Ice",
        "Z\u043E\u0451,Zo\u00EB",
        "\u0391\u03A4\u0397\u0395\u039D\u0391,Athena",
        "\u039A\u03B1\u03C1\u03B1,Kapa",
        "\uA4D1\uA4F3\uA4D1\uA4F0,Pope",
        "\u13E2\u13DE\u13A0,PLD",
        "\u0410na,Ana",
        "\u0420\u043E\u0440\u0435 Smith,Pope Smith"
    })
    void isSoWhenTheWholeNameIsReadAsLatin(String spelled, String read) {
        assertThat(NameKey.of(spelled)).isEqualTo(NameKey.of(read));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Jo Ann|Joann",
                "Jo Ann|Jo-Ann",
                "Gal\u00B7la|Gala",
                "Zo\u00EB Kravitz|Zoe Kravitz",
                "Liam O'Neil|Liam Oneil",
                "Barnes|Bames",
                "Ian|lan",
                "\u00DE\u00F3r|P\u00F3r",
                "\u0141ukasz|Lukasz",
                "S\u00F8ren|Soren",
                "\u0418\u0432\u0430\u043D|\u0418\u0432\u0430",
                "\u041C\u0430\u0448\u0430|\u041C\u0430\u0441\u0430",
                "\u0421\u04AF\u0445|\u0421\u0443\u0445",
                "\u039D\u03AF\u03BA\u03BF\u03C2|\u039D\u03AF\u03BA\u03BF\u03BF",
                "\u05D3\u05D5|\u05D3\u05DF",
                "\u05E1\u05D5\u05E1|\u05E1\u05DF\u05E1",
                "\u05DE\u05B9\u05E9\u05B6\u05C1\u05D4|\u05DE\u05B7\u05E9\u05B6\u05C1\u05D4",
                "\u0645\u0627\u0631|\u0645\u0631",
                "\u0561\u0566\u0561|\u0561\u0563\u0561",
                "\u30AB\u30AC|\u30AB\u30AB",
                "\u30C8\u30E0\u30FB\u30AF|\u30C8\u30E0\u30AF",
                "Sammy Davis Jr.|Sammy Davis",
                "C++|C",
                "C#|C",
                "Sora 1.0|Sora 10",
                "?!|...",
                "\u2605|\u2606"
            })
    void isNotSoForPeopleWhoAreTwo(String one, String other) {
        assertThat(NameKey.same(one, other)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gal\u00B7la Plac\u00EDdia|GAL\u00B7LA PLAC\u00CDDIA",
                "Ga\u0140la|Gal\u00B7la",
                "Sammy Davis Jr.|Sammy Davis Jr",
                "Sammy Davis, Jr.|Sammy Davis Jr.",
                "J.R. Tolkien|J. R. Tolkien",
                "Liam O'Neil|Liam O\u2019Neil",
                "\u039D\u0399\u039A\u039F\u03A3|\u03BD\u03B9\u03BA\u03BF\u03C2",
                "\u0422\u0410\u0422\u0410|\u0422\u0430\u0442\u0430",
                "\u30C8\u30E0\u30FB\u30CF\u30F3\u30AF\u30B9|\u30C8\u30E0\uFF65\u30CF\u30F3\u30AF\u30B9",
                "\u4F50\u4F0A\u00B7\u514B|\u4F50\u4F0A\u30FB\u514B",
                "\uD55C\uD6A8\uB9B0|\u1112\u1161\u11AB\u1112\u116D\u1105\u1175\u11AB"
            })
    void isSoForHonestSpellingsOfOnePerson(String one, String other) {
        assertThat(NameKey.of(one)).isEqualTo(NameKey.of(other));
        assertThat(NameKey.of(one).value()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "\u0438\u0432\u0430\u043D \u043F\u0435\u0442\u0440\u043E\u0432,\u0432\u0430\u043D",
        "\u0421\u043E\u0441\u043E\u0438,\u0441\u043E\u0441\u043E"
    })
    void isFoundByAPartThatCouldBeReadAsLatin(String name, String part) {
        assertThat(NameKey.of(name).value()).contains(NameKey.ofPart(part).value());
    }

    @ParameterizedTest
    @CsvSource({"\uFDFA", "\uD835\uDC00", "A"})
    void isToldByAKeyThatFitsItsColumn(String character) {
        String key = NameKey.of(character.repeat(200)).value();

        assertThat(key.length()).isPositive().isLessThanOrEqualTo(200);
        assertThat(Character.isSurrogate(key.charAt(key.length() - 1))).isFalse();
    }
}
