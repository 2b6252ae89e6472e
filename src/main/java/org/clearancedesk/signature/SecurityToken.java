package org.clearancedesk.signature;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.time.Instant;

/** Keys that never leave a security token (PKCS#11). */
record SecurityToken(Path configuration, char[] password) implements KeyPlace {

    @Override
    public KeyStore open(Instant now) {
        try {
            Provider token = Security.getProvider("SunPKCS11").configure(configuration.toString());
            KeyStore keys = KeyStore.getInstance("PKCS11", token);
            keys.load(null, password);
            return keys;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new NotSigned(
                    "The security token of “%s” does not let the desk in: set %s.pkcs11 to a configuration of SunPKCS11 and %s.key-store-password to the PIN."
                            .formatted(configuration, SignatureProperties.PREFIX, SignatureProperties.PREFIX),
                    e);
        }
    }

    @Override
    public long version() {
        return configuration.toFile().lastModified();
    }
}
