package org.clearancedesk.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.clearancedesk.signature.TrialSeal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** The letter as it goes out, signed and with its twin inside, as veraPDF sees it. */
class ConformanceTest {

    private static final TrialSeal SIGNATURE = IssuedLetterTest.SIGNATURE;

    private static byte[] issued;
    private static byte[] withOddText;

    @BeforeAll
    static void issue() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        issued = IssuedLetters.issue(new SampleLetter().letter()).pdf();
        Files.write(Path.of("target", "letter.pdf"), issued);
        SampleLetter odd = new SampleLetter();
        odd.title = "\u0338Probe of Ka\u02BBaihue, \u018Fliyeva and \u1F08\u03B8\u03B7\u03BD\u1FB6";
        odd.description =
                "\uFEFFpasted \u202Efrom\u200B Notepad \u0000 \uD800 \uF0B7 \uE000 \u2028 \u00AD \u2060 \uFFFE a\u0363 x\u0338\u20D2";
        odd.conditions(
                List.of(
                        "\u2192 \u2713 \u2610 12\u202F000 SAG\u2011AFTRA \u0181 \u1E62\u0323 \uD83D\uDE00 \uD83D\uDC69\u200D\uD83C\uDFA8",
                        "\uD55C\uD6A8\uB9B0 \u05E0\u05D5\u05E2\u05B8\u05D4 \u0645\u064F\u062D \u0663 \u0E2A\u0E27\u0E31 \u0928\u093E"));
        withOddText = IssuedLetters.issue(odd.letter()).pdf();
        Files.write(Path.of("target", "letter-odd.pdf"), withOddText);
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_3_A", "PDFA_3_B", "PDFUA_1"})
    void conformsTo(PDFAFlavour flavour) throws Exception {
        assertThat(complaints(issued, flavour)).isEmpty();
        assertThat(complaints(withOddText, flavour)).isEmpty();
    }

    @Test
    void isTaggedFromItsHeadingToItsTables() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(issued)) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .isNotEmpty();
            assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
        }
    }

    private static List<String> complaints(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            return result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() != TestAssertion.Status.PASSED)
                    .map(assertion -> assertion.getRuleId().getClause() + ": "
                            + Objects.requireNonNullElse(assertion.getErrorMessage(), assertion.getMessage()) + " at "
                            + assertion.getLocation().getContext())
                    .distinct()
                    .toList();
        }
    }
}
