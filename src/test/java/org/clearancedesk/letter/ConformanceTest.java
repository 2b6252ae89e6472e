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

    @BeforeAll
    static void issue() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        issued = IssuedLetters.issue(new SampleLetter().letter()).pdf();
        Files.write(Path.of("target", "letter.pdf"), issued);
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_3_A", "PDFA_3_B", "PDFUA_1"})
    void conformsTo(PDFAFlavour flavour) throws Exception {
        assertThat(complaints(issued, flavour)).isEmpty();
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
