package org.clearancedesk.signature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.time.Instant;

/** Keys in a PKCS#12 file. */
record KeyFile(Path file, char[] password) implements KeyPlace {

    @Override
    public KeyStore open(Instant now) {
        try (InputStream content = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(content, password);
            return keys;
        } catch (IOException e) {
            throw new NotSigned(
                    e.getCause() instanceof UnrecoverableKeyException
                            ? "The password does not open the key store “%s”: set %s.key-store-password."
                                    .formatted(file, SignatureProperties.PREFIX)
                            : "The key store “%s” cannot be read: set %s.key-store to a PKCS#12 file that the desk may read."
                                    .formatted(file, SignatureProperties.PREFIX),
                    e);
        } catch (GeneralSecurityException e) {
            throw new NotSigned("The key store “%s” is none that Java can open.".formatted(file), e);
        }
    }

    @Override
    public long version() {
        return file.toFile().lastModified();
    }
}
