package org.clearancedesk.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** What the world may know of a key. */
record PublicKeyOfDesk(X509Certificate certificate) {

    /** The key's name in a JWS: its thumbprint (RFC 7638). */
    String id() {
        return jwk().getKeyID();
    }

    JWK jwk() {
        try {
            return certificate.getPublicKey() instanceof ECPublicKey
                    ? new ECKey.Builder(ECKey.parse(certificate))
                            .keyUse(KeyUse.SIGNATURE)
                            .keyIDFromThumbprint()
                            .build()
                    : new RSAKey.Builder(RSAKey.parse(certificate))
                            .keyUse(KeyUse.SIGNATURE)
                            .keyIDFromThumbprint()
                            .build();
        } catch (JOSEException e) {
            throw new NotSigned(
                    "The key of “%s” is neither RSA nor on a NIST curve; the desk cannot sign with it."
                            .formatted(name()),
                    e);
        }
    }

    /** Who signs, as the certificate says it. */
    String name() {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        RDN[] common = subject.getRDNs(BCStyle.CN);
        return common.length == 0
                ? subject.toString()
                : String.valueOf(common[0].getFirst().getValue());
    }

    /** A sentence when the certificate does not hold. */
    Optional<String> complaint(Instant now) {
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            return Optional.of(
                    "The certificate of the signing key “%s” expired on %s: put a key with a valid one into %s.key-store."
                            .formatted(name(), day(certificate.getNotAfter()), SignatureProperties.PREFIX));
        }
        if (now.isBefore(certificate.getNotBefore().toInstant())) {
            return Optional.of("The certificate of the signing key “%s” holds only from %s on."
                    .formatted(name(), day(certificate.getNotBefore())));
        }
        return Optional.empty();
    }

    private static LocalDate day(Date date) {
        return LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC);
    }
}
