package org.clearancedesk.signature;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import org.springframework.stereotype.Component;

@Component
class JwsSeal implements Seal {

    private final KeyRing keys;

    JwsSeal(KeyRing keys) {
        this.keys = keys;
    }

    @Override
    public String sign(String text) {
        SigningKey key = keys.current();
        JWSObject signed = new JWSObject(
                new JWSHeader.Builder(key.jwsAlgorithm())
                        .keyID(key.published().id())
                        .build(),
                new Payload(text));
        try {
            signed.sign(key.jwsSigner());
        } catch (JOSEException e) {
            throw new NotSigned(
                    "The signing key “%s” does not sign: %s"
                            .formatted(key.published().name(), e.getMessage()),
                    e);
        }
        return signed.serialize();
    }

    @Override
    public String publicKeys() {
        return new JWKSet(keys.published().stream()
                        .map(PublicKeyOfDesk::jwk)
                        .map(JWK::toPublicJWK)
                        .toList())
                .toString();
    }
}
