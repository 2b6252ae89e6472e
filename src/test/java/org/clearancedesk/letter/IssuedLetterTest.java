package org.clearancedesk.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class IssuedLetterTest {

    private final ApplicationContextRunner desk = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class))
            .withBean(People.class, () -> user -> user)
            .withUserConfiguration(LetterConfiguration.class, Letters.class);

    @Test
    void bearsTheDigestOfItsVeryBytesAndNoSignatureYet() {
        desk.withPropertyValues("clearance-desk.base-url=https://clearance.studio.example/")
                .run(context -> {
                    IssuedLetter issued = context.getBean(Letters.class).issue(new SampleLetter().letter());

                    assertThat(issued.number()).hasToString("GL-2026-000042");
                    assertThat(issued.fileName()).isEqualTo("GL-2026-000042.pdf");
                    assertThat(issued.digest())
                            .isEqualTo(HexFormat.of()
                                    .formatHex(
                                            MessageDigest.getInstance("SHA-256").digest(issued.pdf())));
                    assertThat(issued.signedBy()).isNull();
                    assertThat(context.getBean(LetterProperties.class).verificationOf(issued.number()))
                            .isEqualTo("https://clearance.studio.example/verify/GL-2026-000042");
                });
    }

    @Test
    void isDigestedAfterItWasSignedAndNamesTheSigner() {
        byte[] signed = {1, 2, 3};
        LetterSigner signer = new LetterSigner() {
            @Override
            public byte[] sign(byte[] pdf) {
                return signed;
            }

            @Override
            public @Nullable String signedBy() {
                return "Studio Clearance";
            }
        };
        Letters letters = new Letters(
                (letter, signedBy) -> String.valueOf(signedBy).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                signer);

        IssuedLetter issued = letters.issue(new SampleLetter().letter());

        assertThat(issued.pdf()).isEqualTo(signed);
        assertThat(issued.digest()).startsWith("039058c6f2c0cb492c533b0a4d14ef77");
        assertThat(issued.signedBy()).isEqualTo("Studio Clearance");
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
