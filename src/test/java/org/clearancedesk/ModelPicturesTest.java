package org.clearancedesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelPicturesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void aPictureShowsTheModelAsItIsNow(Path model) throws IOException {
        Path picture = model.resolveSibling(model.getFileName().toString().replaceFirst("\\.\\w+$", ".svg"));

        assertThat(picture)
                .as("The picture is missing. Draw it with .ci/models/draw")
                .exists();
        assertThat(picture)
                .as("The picture is older than its model. Draw it anew with .ci/models/draw")
                .content()
                .contains("<!-- model %s sha256 %s -->".formatted(model.getFileName(), digest(model)));
    }

    static Stream<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().matches(".*\\.(bpmn|dmn)")).sorted().toList().stream();
        }
    }

    private static String digest(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
