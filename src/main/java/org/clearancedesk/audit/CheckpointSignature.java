package org.clearancedesk.audit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import org.clearancedesk.signature.NotSigned;
import org.clearancedesk.signature.Seal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks that the desk's own key signed a statement. */
@Component
class CheckpointSignature {

    private final Seal seal;

    CheckpointSignature(Seal seal) {
        this.seal = seal;
    }

    /** Why no signature can be checked; null when they can. */
    @Nullable
    String obstacle() {
        try {
            seal.publicKeys();
            return null;
        } catch (NotSigned noKey) {
            return noKey.getMessage();
        }
    }

    /** What is wrong with a signature, as the end of a sentence; null when it holds. */
    @Nullable
    String fault(String jws, String statement) {
        try {
            JWSObject signed = JWSObject.parse(jws);
            JWK key = JWKSet.parse(seal.publicKeys())
                    .getKeyByKeyId(signed.getHeader().getKeyID());
            if (!(key instanceof AsymmetricJWK known)) {
                return "is signed with a key that is not the desk's";
            }
            if (!signed.verify(
                    new DefaultJWSVerifierFactory().createJWSVerifier(signed.getHeader(), known.toPublicKey()))) {
                return "bears a signature that does not hold";
            }
            if (!isWrittenAsSigned(signed, jws)) {
                return "bears a signature that was written anew";
            }
            return signed.getPayload().toString().equals(statement)
                    ? null
                    : "does not say what was signed; it was changed afterwards";
        } catch (ParseException | JOSEException | IllegalArgumentException unreadable) {
            return "bears a signature that cannot be read";
        }
    }

    /** A reader forgives blanks and a last letter with spare bits; a record does not. */
    private static boolean isWrittenAsSigned(JWSObject signed, String jws) {
        return signed.serialize().equals(jws)
                && Base64URL.encode(signed.getSignature().decode()).equals(signed.getSignature());
    }
}
