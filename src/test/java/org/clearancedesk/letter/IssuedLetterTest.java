package org.clearancedesk.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import org.clearancedesk.register.CanonicalJson;
import org.clearancedesk.signature.PdfSeal;
import org.clearancedesk.signature.Seal;
import org.clearancedesk.signature.TrialSeal;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class IssuedLetterTest {

    static final TrialSeal SIGNATURE = TrialSeal.at(Path.of("target/signature"), Clock.systemUTC());

    private final ApplicationContextRunner desk = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    ConfigurationPropertiesAutoConfiguration.class, JacksonAutoConfiguration.class))
            .withBean(DisplayNames.class, () -> (user, time) -> user)
            .withBean(Seal.class, SIGNATURE::texts)
            .withBean(PdfSeal.class, SIGNATURE::pdfs)
            .withUserConfiguration(LetterConfiguration.class, CanonicalJson.class, Letters.class);

    @Test
    void bearsTheDigestOfItsVeryBytesAsTheyWereSigned() {
        desk.withPropertyValues("clearance-desk.base-url=https://clearance.studio.example/")
                .run(context -> {
                    IssuedLetter issued = context.getBean(Letters.class).issue(new SampleLetter().letter());

                    assertThat(issued.number()).hasToString("GL-2026-7K3M-9QWT");
                    assertThat(issued.digest())
                            .isEqualTo(HexFormat.of()
                                    .formatHex(
                                            MessageDigest.getInstance("SHA-256").digest(issued.pdf())));
                    assertThat(issued.signedBy()).isEqualTo("GenAI clearance desk (trial)");
                    assertThat(SIGNATURE.pdfs().holds(issued.pdf())).isTrue();
                    assertThat(context.getBean(LetterProperties.class).verificationOf(issued.number()))
                            .isEqualTo("https://clearance.studio.example/verify/GL-2026-7K3M-9QWT");
                });
    }

    @Test
    void doesNotComeAboutWhenTheDiskIsFullWhileItIsLaidOut() {
        LetterRenderer renderer = (letter, signedBy, twin) -> {
            throw new UncheckedIOException(
                    "The letter cannot be laid out.", new IOException("No space left on device"));
        };

        assertThatThrownBy(() -> IssuedLetters.by(renderer, SIGNATURE).issue(new SampleLetter().letter()))
                .isInstanceOf(LetterNotIssued.class)
                .hasMessage("The letter GL-2026-7K3M-9QWT could not be laid out: No space left on device");
    }

    @Test
    void cannotBeMadeWithAFontThatIsNone() {
        desk.withPropertyValues("clearance-desk.letter.fonts=pom.xml").run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isNotNull()
                .satisfies(cause -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining(
                                "“pom.xml” is not a TrueType font; see clearance-desk.letter.fonts.")));
    }
}
