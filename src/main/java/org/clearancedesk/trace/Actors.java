package org.clearancedesk.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Gives each person a name for the log. With {@code clearance-desk.logs.pseudonym-key} it stays the same on every node and
 * after a restart, and whoever holds the key can find the lines of a person; without, it lasts until the desk stops.
 */
@Component
class Actors {

    private static final String KEYED_DIGEST = "HmacSHA256";
    private static final int BYTES = 6;

    private final SecretKeySpec key;

    Actors(@Value("${clearance-desk.logs.pseudonym-key:}") String configured) {
        byte[] bytes = configured.getBytes(UTF_8);
        if (configured.isBlank()) {
            bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
        }
        this.key = new SecretKeySpec(bytes, KEYED_DIGEST);
    }

    String pseudonymOf(String user) {
        try {
            Mac mac = Mac.getInstance(KEYED_DIGEST);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(user.getBytes(UTF_8)), 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
