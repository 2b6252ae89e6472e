package org.clearancedesk.letter;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The letter as it goes out, as other programs than the desk see its signature. */
class SignedLetterTest {

    private static byte[] issued;

    @BeforeAll
    static void issue() {
        issued = IssuedLetters.issue(new SampleLetter().letter()).pdf();
    }

    @Test
    void isFoundGoodByTheUnionsOwnValidator() {
        SimpleReport report = validated(issued);

        String signature = report.getFirstSignatureId();
        assertThat(report.getSignaturesCount()).isEqualTo(1);
        assertThat(report.getIndication(signature)).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.getSignatureFormat(signature)).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
        assertThat(report.getSignedBy(signature)).isEqualTo("GenAI clearance desk (trial)");
    }

    @Test
    @ExtendWith(PdfsigIsThere.class)
    void isFoundGoodByPdfsig(@TempDir Path folder) throws Exception {
        assertThat(pdfsig(folder, issued))
                .contains("Signature is Valid", "Total document signed", "ETSI.CAdES.detached")
                .contains("GenAI clearance desk (trial)");
    }

    @Test
    @ExtendWith(PdfsigIsThere.class)
    void isFoundBadByEverybodyOnceAByteIsAnother(@TempDir Path folder) throws Exception {
        byte[] changed = issued.clone();
        changed[2000] ^= 1;

        assertThat(pdfsig(folder, changed)).doesNotContain("Signature is Valid");
        assertThat(IssuedLetterTest.SIGNATURE.pdfs().holds(changed)).isFalse();
    }

    @Test
    void doesNotHoldWhenSomethingIsAddedBehindTheSignature() throws Exception {
        byte[] longer = Arrays.copyOf(issued, issued.length + 10);
        Arrays.fill(longer, issued.length, longer.length, (byte) '\n');

        assertThat(IssuedLetterTest.SIGNATURE.pdfs().holds(longer)).isFalse();
        assertThat(IssuedLetterTest.SIGNATURE.pdfs().holds(withAnotherRevision()))
                .isFalse();
    }

    @Test
    void holdsForNothingThatIsNoSignedPdf() {
        assertThat(IssuedLetterTest.SIGNATURE.pdfs().holds(issued)).isTrue();
        for (String nonsense :
                new String[] {"", "%PDF-1.7", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF"}) {
            assertThat(IssuedLetterTest.SIGNATURE.pdfs().holds(nonsense.getBytes(StandardCharsets.US_ASCII)))
                    .isFalse();
        }
    }

    /** Another word is laid over the page in an incremental update, which leaves every signed byte as it was. */
    private static byte[] withAnotherRevision() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(issued);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            try (PDPageContentStream page = new PDPageContentStream(pdf, pdf.getPage(0), AppendMode.APPEND, false)) {
                page.addRect(100, 100, 300, 300);
                page.fill();
            }
            pdf.getPage(0).getCOSObject().setNeedToBeUpdated(true);
            pdf.saveIncremental(bytes);
            return bytes.toByteArray();
        }
    }

    private static SimpleReport validated(byte[] pdf) {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(IssuedLetterTest.SIGNATURE.certificate()));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(pdf));
        validator.setCertificateVerifier(verifier);
        return validator.validateDocument().getSimpleReport();
    }

    private static String pdfsig(Path folder, byte[] pdf) throws Exception {
        Path file = Files.write(folder.resolve("letter.pdf"), pdf);
        Process pdfsig = new ProcessBuilder("pdfsig", "-nocert", file.toString())
                .redirectErrorStream(true)
                .start();
        return new String(pdfsig.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
