package org.clearancedesk.signature;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;

/** Signs with a key that the desk made itself, outside of a running desk. */
public record TrialSeal(SignatureProperties properties, Clock clock) {

    public static TrialSeal at(Path directory, Clock clock) {
        return new TrialSeal(in(directory), clock);
    }

    static SignatureProperties in(Path directory) {
        return new SignatureProperties("", "", "", "", directory, "", java.time.Duration.ofSeconds(10));
    }

    public Seal texts() {
        return new JwsSeal(keys());
    }

    public PdfSeal pdfs() {
        return new PadesSeal(keys(), properties, clock);
    }

    public X509Certificate certificate() {
        return keys().published().get(0).certificate();
    }

    private KeyRing keys() {
        return new KeyRing(properties, clock);
    }
}
