package org.clearancedesk.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.clearancedesk.signature.TimeStampAuthority.Mood;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeStampsTest {

    private final TimeStampAuthority authority = new TimeStampAuthority();
    private final Clock clock = Clock.systemUTC();
    private PdfSeal seal;

    @BeforeEach
    void openShop(@TempDir Path folder) {
        seal = TrialSeal.with(
                        StudioKeys.write(folder.resolve("k.p12"), "Studio", clock.instant()),
                        authority.address(),
                        Duration.ofMillis(700),
                        clock)
                .pdfs();
    }

    @AfterEach
    void closeShop() {
        authority.close();
    }

    @Test
    void raiseTheSignatureToLevelT() {
        byte[] signed = seal.sign(SigningKeyTest.emptyPdf());

        assertThat(levelOf(signed)).isEqualTo(SignatureLevel.PAdES_BASELINE_T);
        assertThat(seal.holds(signed)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HANGING          | did not answer within 700 ms",
                "BROKEN           | answered with HTTP 503",
                "TALKING_NONSENSE | gave no time stamp: Invalid TSP response"
            })
    void thatDoNotComeLeaveNothingHalfSignedAndComeWhenTriedAgain(Mood bad, String sentence) {
        authority.is(bad);

        assertThatExceptionOfType(NotSigned.class)
                .isThrownBy(() -> seal.sign(SigningKeyTest.emptyPdf()))
                .withMessageContaining(sentence);

        authority.is(Mood.WELL);
        assertThat(levelOf(seal.sign(SigningKeyTest.emptyPdf()))).isEqualTo(SignatureLevel.PAdES_BASELINE_T);
    }

    @Test
    void fromAnAuthorityThatIsGoneAreNotWaitedFor() {
        authority.close();

        assertThatExceptionOfType(NotSigned.class)
                .isThrownBy(() -> seal.sign(SigningKeyTest.emptyPdf()))
                .withMessageContaining("cannot be reached");
    }

    private static SignatureLevel levelOf(byte[] pdf) {
        PDFDocumentAnalyzer analyzer = new PDFDocumentAnalyzer(new InMemoryDocument(pdf));
        analyzer.setCertificateVerifier(new CommonCertificateVerifier());
        return ((PAdESSignature) analyzer.getSignatures().get(0)).getDataFoundUpToLevel();
    }
}
