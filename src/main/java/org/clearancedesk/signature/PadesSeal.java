package org.clearancedesk.signature;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.service.tsp.OnlineTSPSource;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class PadesSeal implements PdfSeal {

    private final KeyRing keys;
    private final Clock clock;
    private final String authority;
    private final @Nullable TSPSource timeStamps;

    PadesSeal(KeyRing keys, SignatureProperties properties, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        this.authority = properties.timeStampAuthority();
        this.timeStamps = authority.isBlank()
                ? null
                : new OnlineTSPSource(authority, new TimeStampClient(properties.timeStampTimeout()));
    }

    @Override
    public byte[] sign(byte[] pdf) {
        SigningKey key = keys.current();
        PAdESService service = new PAdESService(new CommonCertificateVerifier());
        service.setTspSource(timeStamps);
        PAdESSignatureParameters parameters = parameters(key);
        DSSDocument document = new InMemoryDocument(pdf);
        try {
            byte[] value = key.sign(service.getDataToSign(document, parameters).getBytes());
            return DSSUtils.toByteArray(service.signDocument(
                    document, parameters, new SignatureValue(parameters.getSignatureAlgorithm(), value)));
        } catch (DSSExternalResourceException e) {
            throw new NotSigned(
                    "The time-stamp authority %s gave no time stamp: %s".formatted(authority, e.getMessage()), e);
        } catch (GeneralSecurityException | DSSException e) {
            throw new NotSigned(
                    "The PDF was not signed by “%s”: %s"
                            .formatted(key.published().name(), e.getMessage()),
                    e);
        }
    }

    @Override
    public String signedBy() {
        return keys.name();
    }

    @Override
    public boolean holds(byte[] pdf) {
        return new PadesCheck(keys.published()).holds(pdf);
    }

    private PAdESSignatureParameters parameters(SigningKey key) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(
                timeStamps == null ? SignatureLevel.PAdES_BASELINE_B : SignatureLevel.PAdES_BASELINE_T);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(key.certificate()));
        parameters.setCertificateChain(
                key.chain().stream().map(CertificateToken::new).toList());
        parameters.setSignerName(key.published().name());
        parameters.bLevel().setSigningDate(Date.from(clock.instant()));
        return parameters;
    }
}
