package org.clearancedesk.review;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.clearancedesk.consent.ConsentState;
import org.clearancedesk.review.Agreement.Minors;
import org.junit.jupiter.api.Test;

/** The form, the pages and the code say the same words about consent. */
class WordsOfConsentTest {

    private static final Path FORMS = Path.of("forms");

    @Test
    void everyStateHasItsWordOnThePages() throws IOException {
        String parts = Files.readString(Path.of("src/main/resources/templates/parts.html"));
        String fragment = parts.substring(parts.indexOf("th:fragment=\"consent(state)\""));

        assertThat(found("th:case=\"(\\w+)\"", fragment.substring(0, fragment.indexOf("</span>"))))
                .isEqualTo(Arrays.stream(ConsentState.values()).map(Enum::name).collect(toSet()));
    }

    @Test
    void theFormKnowsWhatAnAgreementSaysOfMinors() throws IOException {
        assertThat(found("minors === '(\\w+)'", Files.readString(FORMS.resolve("agreements.js"))))
                .isEqualTo(Set.of(Minors.SOME_BARRED.name(), Minors.BARRED.name()));
    }

    @Test
    void theFormAsksForAsMuchAsTheCodeWhileNoAgreementIsChosen() throws IOException {
        String form = Files.readString(FORMS.resolve("consent-record.js"));
        String strictest = form.substring(form.indexOf("const STRICTEST"), form.indexOf("};"));

        assertThat(found("noticeHours: (\\d+)", strictest))
                .containsExactly(String.valueOf(Agreement.STRICTEST.noticeHours()));
        assertThat(found("'(\\w+)'", strictest))
                .isEqualTo(Agreement.STRICTEST.unionNotice().stream()
                        .map(Enum::name)
                        .collect(toSet()));
        assertThat(found("(\\w+): true", strictest))
                .containsExactlyInAnyOrder("separateSignature", "compensation", "languages", "term");
    }

    @Test
    void nothingBiometricIsAskedForNorKept() throws IOException {
        assertThat(Arrays.stream(ConsentRecord.class.getRecordComponents()).map(RecordComponent::getName))
                .noneMatch(name -> name.matches("(?i).*(scan|face|voice|print|biometr|template).*"));
        assertThat(Files.readString(FORMS.resolve("consent-record.js")))
                .contains("No scans of faces or voices, please: they stay where they are.");
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(toSet());
    }
}
