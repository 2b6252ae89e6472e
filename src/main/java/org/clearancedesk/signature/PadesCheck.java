package org.clearancedesk.signature;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.ByteRange;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the one signature of a PDF against the keys of the desk. */
record PadesCheck(List<PublicKeyOfDesk> known) {

    private static final Logger log = LoggerFactory.getLogger(PadesCheck.class);

    boolean holds(byte[] pdf) {
        try {
            PDFDocumentAnalyzer analyzer = new PDFDocumentAnalyzer(new InMemoryDocument(pdf));
            analyzer.setCertificateVerifier(new CommonCertificateVerifier());
            List<AdvancedSignature> signatures = analyzer.getSignatures();
            return signatures.size() == 1
                    && signatures.get(0) instanceof PAdESSignature signature
                    && signature.getSignatureCryptographicVerification().isSignatureIntact()
                    && coversEverything(signature, pdf.length)
                    && isOurs(signature.getSigningCertificateToken());
        } catch (RuntimeException e) {
            // Whatever a damaged file makes of the reader, it is no signature that holds.
            log.warn("A signature could not be read.", e);
            return false;
        }
    }

    /** From the first byte to the last, but for the place that holds the signature itself. */
    private static boolean coversEverything(PAdESSignature signature, int length) {
        ByteRange range = signature.getPdfSignatureDictionary().getByteRange();
        return range.isValid()
                && range.getFirstPartStart() == 0
                && range.getSecondPartStart() + range.getSecondPartEnd() == length;
    }

    private boolean isOurs(@Nullable CertificateToken signer) {
        return signer != null
                && known.stream()
                        .map(PublicKeyOfDesk::certificate)
                        .anyMatch(ours -> ours.equals(signer.getCertificate()));
    }
}
