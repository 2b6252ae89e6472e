package org.clearancedesk.signature;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.security.GeneralSecurityException;
import java.security.Signature;
import org.springframework.context.ApplicationContext;

/** The same signature by the library alone. */
public final class BareSignature {

    private final SigningKey key;

    public BareSignature(ApplicationContext desk) {
        this.key = desk.getBean(KeyRing.class).current();
    }

    public byte[] sign(byte[] pdf) {
        PAdESService service = new PAdESService(new CommonCertificateVerifier());
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(key.certificate()));
        DSSDocument document = new InMemoryDocument(pdf);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.secret());
            signature.update(service.getDataToSign(document, parameters).getBytes());
            return DSSUtils.toByteArray(service.signDocument(
                    document, parameters, new SignatureValue(parameters.getSignatureAlgorithm(), signature.sign())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
