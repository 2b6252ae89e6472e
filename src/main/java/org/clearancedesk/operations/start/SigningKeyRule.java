package org.clearancedesk.operations.start;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.clearancedesk.signature.Keys;
import org.clearancedesk.signature.NotSigned;
import org.clearancedesk.signature.SignatureProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Letters are signed with a key of the studio that opens and holds. */
@Component
class SigningKeyRule implements StartRule {

    @Override
    public List<String> broken(Environment settings) {
        SignatureProperties set =
                Binder.get(settings).bindOrCreate(SignatureProperties.PREFIX, SignatureProperties.class);
        if (!set.hasKeyOfTheStudio()) {
            return List.of(
                    "Letters would be signed with a key that the desk made up: set %1$s.key-store to a PKCS#12 file with the studio's signing key and %1$s.key-store-password beside it, or %1$s.pkcs11 to the configuration of a security token."
                            .formatted(SignatureProperties.PREFIX));
        }
        Instant now = Clock.systemUTC().instant();
        try {
            Keys.in(set.place(), set.keyAlias(), now).current(now).requireValid(now);
            return List.of();
        } catch (NotSigned unusable) {
            return List.of(String.valueOf(unusable.getMessage()));
        }
    }
}
