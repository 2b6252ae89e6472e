package org.clearancedesk.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key that signs, RSA or one of the NIST curves.
 *
 * @param chain its certificate and those of whoever vouches for it
 * @param provider the token that holds the key; null when the key is in memory
 */
public record SigningKey(PrivateKey secret, List<X509Certificate> chain, @Nullable Provider provider) {

    X509Certificate certificate() {
        return chain.get(0);
    }

    PublicKeyOfDesk published() {
        return new PublicKeyOfDesk(certificate());
    }

    /** @throws NotSigned when the certificate does not hold then */
    public SigningKey requireValid(Instant now) {
        published().complaint(now).ifPresent(complaint -> {
            throw new NotSigned(complaint);
        });
        return this;
    }

    /** The signature with SHA-256, in the form that certificates and CMS use. */
    byte[] sign(byte[] content) throws GeneralSecurityException {
        String algorithm = isElliptic() ? "SHA256withECDSA" : "SHA256withRSA";
        Signature signature =
                provider == null ? Signature.getInstance(algorithm) : Signature.getInstance(algorithm, provider);
        signature.initSign(secret);
        signature.update(content);
        return signature.sign();
    }

    JWSAlgorithm jwsAlgorithm() {
        return isElliptic()
                ? curve().equals(Curve.P_256) ? JWSAlgorithm.ES256 : JWSAlgorithm.ES384
                : JWSAlgorithm.RS256;
    }

    JWSSigner jwsSigner() throws JOSEException {
        JWSSigner signer = isElliptic() ? new ECDSASigner(secret, curve()) : new RSASSASigner(secret);
        if (provider != null) {
            signer.getJCAContext().setProvider(provider);
        }
        return signer;
    }

    private boolean isElliptic() {
        return certificate().getPublicKey() instanceof ECPublicKey;
    }

    private Curve curve() {
        return Curve.forECParameterSpec(((ECPublicKey) certificate().getPublicKey()).getParams());
    }
}
