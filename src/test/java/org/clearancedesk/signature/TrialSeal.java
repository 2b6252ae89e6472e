package org.clearancedesk.signature;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;

/** Signs outside of a running desk. */
public record TrialSeal(KeyRing keys, SignatureProperties properties, Clock clock) {

    /** With a key that the desk makes itself. */
    public static TrialSeal at(Path directory, Clock clock) {
        return of(new SignatureProperties("", "", "", "", directory, "", Duration.ofSeconds(10), false), clock);
    }

    /** With a key of the studio. */
    public static TrialSeal with(Path keyStore, Clock clock) {
        return with(keyStore, "", Duration.ofSeconds(10), clock);
    }

    /** Time-stamped besides. */
    public static TrialSeal with(Path keyStore, String timeStampAuthority, Duration timeout, Clock clock) {
        return of(
                new SignatureProperties(
                        keyStore.toString(),
                        "",
                        StudioKeys.PASSWORD,
                        "",
                        Path.of("target/unused"),
                        timeStampAuthority,
                        timeout,
                        false),
                clock);
    }

    static TrialSeal of(SignatureProperties properties, Clock clock) {
        return new TrialSeal(new KeyRing(properties, clock), properties, clock);
    }

    public Seal texts() {
        return new JwsSeal(keys);
    }

    public PdfSeal pdfs() {
        return new PadesSeal(keys, properties, clock);
    }

    public X509Certificate certificate() {
        return keys.current().certificate();
    }
}
