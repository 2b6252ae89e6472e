package org.clearancedesk.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.clearancedesk.process.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-25T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void isMadeOnceForATrialAndKeptForTheOwnersEyesOnly() throws IOException {
        Path place = folder.resolve("data/signature");
        X509Certificate first = TrialSeal.at(place, NOW).certificate();

        assertThat(TrialSeal.at(place, NOW).certificate()).isEqualTo(first);
        try (var files = Files.list(place)) {
            assertThat(files).hasSize(2).allSatisfy(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
        }
        assertThat(Files.readString(place.resolve("signing-key.password"))).hasSize(48);
    }

    @Test
    void signsTextsThatAnybodyChecksWithWhatIsPublished() throws Exception {
        TrialSeal seal = TrialSeal.with(StudioKeys.write(folder.resolve("k.p12"), "Studio", NOW.instant()), NOW);

        String signed = seal.texts().sign("{\"a\":1}");

        assertThat(isGood(signed, seal.texts().publicKeys())).isTrue();
        assertThat(JWSObject.parse(signed).getPayload()).hasToString("{\"a\":1}");
        assertThat(seal.texts().publicKeys()).doesNotContain("\"d\"");
        String[] parts = signed.split("\\.");
        String changed = parts[0] + "." + "eyJhIjoyfQ" + "." + parts[2];
        assertThat(isGood(changed, seal.texts().publicKeys())).isFalse();
    }

    @Test
    void thatIsOverSignsNothingUntilANewOneIsPutInItsPlaceWithoutARestart() throws Exception {
        MovableClock clock = new MovableClock();
        Path file = StudioKeys.write(folder.resolve("k.p12"), "Studio Clearance", clock.instant());
        TrialSeal seal = TrialSeal.with(file, clock);
        byte[] signedBefore = seal.pdfs().sign(emptyPdf());
        String textBefore = seal.texts().sign("before");
        X509Certificate before = seal.certificate();

        clock.passes(Duration.ofDays(26 * 365));

        assertThatExceptionOfType(NotSigned.class)
                .isThrownBy(() -> seal.pdfs().sign(emptyPdf()))
                .withMessageContaining("“Studio Clearance” expired on 2051-11-17")
                .withMessageContaining("clearance-desk.signature.key-store");
        assertThatExceptionOfType(NotSigned.class).isThrownBy(() -> seal.texts().sign("text"));

        StudioKeys.renewed(file, "Studio Clearance II", clock.instant(), before);

        byte[] signedAfter = seal.pdfs().sign(emptyPdf());
        assertThat(seal.pdfs().signedBy()).isEqualTo("Studio Clearance II");
        assertThat(seal.pdfs().holds(signedAfter)).isTrue();
        assertThat(seal.pdfs().holds(signedBefore)).as("by the earlier key").isTrue();
        assertThat(JWKSet.parse(seal.texts().publicKeys()).getKeys()).hasSize(2);
        assertThat(isGood(textBefore, seal.texts().publicKeys())).isTrue();
    }

    @Test
    void thatSomebodyElseHasIsNotTheDesks() throws Exception {
        TrialSeal ours = TrialSeal.with(StudioKeys.write(folder.resolve("a.p12"), "Studio", NOW.instant()), NOW);
        TrialSeal theirs = TrialSeal.with(StudioKeys.write(folder.resolve("b.p12"), "Studio", NOW.instant()), NOW);

        assertThat(ours.pdfs().holds(theirs.pdfs().sign(emptyPdf()))).isFalse();
        assertThat(isGood(theirs.texts().sign("x"), ours.texts().publicKeys())).isFalse();
    }

    @Test
    void thatIsNotThereOrDoesNotOpenIsSaidInASentence() throws IOException {
        assertThatExceptionOfType(NotSigned.class)
                .isThrownBy(() -> TrialSeal.with(folder.resolve("none.p12"), NOW))
                .withMessageContaining("none.p12” cannot be read");
        Path text = Files.writeString(folder.resolve("text.p12"), "no keys");
        assertThatExceptionOfType(NotSigned.class)
                .isThrownBy(() -> TrialSeal.with(text, NOW))
                .withMessageContaining("cannot be read");
    }

    static byte[] emptyPdf() {
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            pdf.addPage(new PDPage());
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isGood(String signed, String published) throws Exception {
        JWSObject text = JWSObject.parse(signed);
        JWK key = JWKSet.parse(published).getKeyByKeyId(text.getHeader().getKeyID());
        return key != null
                && text.verify(new DefaultJWSVerifierFactory()
                        .createJWSVerifier(text.getHeader(), ((AsymmetricJWK) key).toPublicKey()));
    }
}
