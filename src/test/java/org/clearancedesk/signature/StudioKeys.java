package org.clearancedesk.signature;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;

/** PKCS#12 files as a studio might have them. */
public final class StudioKeys {

    public static final String PASSWORD = "opens-it";

    private StudioKeys() {}

    /** A key that holds from 30 days before this moment on, for 25 years. */
    public static Path write(Path file, String name, Instant made) {
        return save(file, key(name, made));
    }

    /** A key whose certificate is over. */
    public static Path expired(Path file) {
        return write(file, "Studio Clearance of old", Instant.parse("1999-01-01T00:00:00Z"));
    }

    /** A newer key beside the certificate of the one before. */
    static Path renewed(Path file, String name, Instant made, Certificate before) throws Exception {
        KeyStore keys = key(name, made);
        keys.setCertificateEntry("before", before);
        return save(file, keys);
    }

    private static KeyStore key(String name, Instant made) {
        try {
            return SelfMadeKey.make(name, made, PASSWORD.toCharArray());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path save(Path file, KeyStore keys) {
        long before = file.toFile().lastModified();
        try (OutputStream out = Files.newOutputStream(file)) {
            keys.store(out, PASSWORD.toCharArray());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        // File systems count coarsely; two writes within a test are two versions all the same.
        if (before != 0
                && !file.toFile().setLastModified(before + Duration.ofSeconds(2).toMillis())) {
            throw new IllegalStateException("The time of " + file + " cannot be set.");
        }
        return file;
    }
}
