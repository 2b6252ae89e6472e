package org.clearancedesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clearancedesk.evidence.FileNames.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilesWithTheSameNameTest {

    private static final Named AGREEMENT = new Named("1", "agreement.pdf", "3f9a2b1c" + "0".repeat(56));

    @Test
    void eachIsCalledByItsNameAloneWhenNoOtherHasIt() {
        Named photo = new Named("2", "photo.jpg", "a".repeat(64));

        assertThat(FileNames.toldApart(List.of(AGREEMENT, photo)))
                .containsEntry("1", "agreement.pdf")
                .containsEntry("2", "photo.jpg");
    }

    /** The second has a Cyrillic letter, the third other capitals, the last a blank of another kind. */
    @ParameterizedTest
    @ValueSource(strings = {"agreement.pdf", "аgreement.pdf", "Agreement.PDF", "agreement.pdf\u00a0"})
    void eachCarriesItsDigestWhenAReaderCouldTakeThemForOneAnother(String name) {
        Named other = new Named("2", name, "77c0ffee" + "0".repeat(56));

        assertThat(FileNames.toldApart(List.of(AGREEMENT, other)))
                .containsEntry("1", "agreement.pdf (SHA-256 begins with 3f9a2b1c)")
                .containsEntry("2", name + " (SHA-256 begins with 77c0ffee)");
    }
}
