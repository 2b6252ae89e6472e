package org.clearancedesk.people.attempt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Gives each address a name that tells nobody where it is. The key lives as long as the desk runs, and nowhere else; on
 * another node an address has another name.
 */
final class AddressPseudonyms {

    private static final String KEYED_DIGEST = "HmacSHA256";
    private static final int BYTES = 6;

    private final SecretKeySpec key;

    AddressPseudonyms() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, KEYED_DIGEST);
    }

    String of(String address) {
        try {
            Mac mac = Mac.getInstance(KEYED_DIGEST);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(address.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
