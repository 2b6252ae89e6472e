package org.clearancedesk.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearancedesk.request.BadInput;
import org.clearancedesk.request.Performer;
import org.clearancedesk.request.Performer.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfirmedConsentTest {

    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

    private final Map<String, Object> consent = new HashMap<>(Map.ofEntries(
            Map.entry("agreement", "SAG-AFTRA TV/Theatrical"),
            Map.entry("agreementVersion", "2023"),
            Map.entry("kind", "REPLICA"),
            Map.entry("use", "A younger face in the flashbacks"),
            Map.entry("signedSeparately", true),
            Map.entry("signedOn", "2026-11-02"),
            Map.entry("noticeGivenAt", "2026-11-02T10:00"),
            Map.entry("firstUseAt", "2026-11-30T08:00"),
            Map.entry("engagedLater", false),
            Map.entry("languages", List.of("Spanish")),
            Map.entry("term", "This season"),
            Map.entry("titles", List.of("El Eternauta")),
            Map.entry("exception", "NONE"),
            Map.entry("compensation", "Session day"),
            Map.entry("evidence", List.of())));

    @Test
    void isKeptWithWhoConsentedAndInWhatRole() {
        ConsentRecord kept = confirmed(Role.PRINCIPAL).consent();

        assertThat(kept).isNotNull();
        assertThat(kept.performer()).isEqualTo("Ana");
        assertThat(kept.role()).isEqualTo(Role.PRINCIPAL);
        assertThat(kept.use()).isEqualTo("A younger face in the flashbacks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agreement", "agreementVersion", "kind", "use", "signedSeparately", "signedOn", "noticeGivenAt",
                "firstUseAt", "engagedLater", "languages", "term", "titles", "exception", "compensation"
            })
    void isRefusedWithTheNameOfAFieldThatIsMissing(String field) {
        consent.remove(field);

        assertThat(refusedFields(Role.PRINCIPAL)).containsExactly("consent." + field);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-28T08:00, true",
        "2026-11-28T08:01, false",
        "2026-11-29T08:00, false",
        "2026-12-01T08:00, false"
    })
    void needsNoticeFortyEightHoursBeforeTheUse(String notice, boolean enough) {
        consent.put("noticeGivenAt", notice);

        if (enough) {
            assertThatCode(() -> confirmed(Role.PRINCIPAL)).doesNotThrowAnyException();
        } else {
            assertThat(refusedFields(Role.PRINCIPAL)).containsExactly("consent.noticeGivenAt");
            consent.put("engagedLater", true);
            assertThatCode(() -> confirmed(Role.PRINCIPAL)).doesNotThrowAnyException();
        }
    }

    @Test
    void doesNotCountWhenItIsHiddenInGeneralTerms() {
        consent.put("signedSeparately", false);

        assertThat(refused(Role.PRINCIPAL)).hasMessageContaining("Consent hidden in general terms does not count.");
    }

    @Test
    void cannotHaveBeenSignedInTheFuture() {
        consent.put("signedOn", "2026-11-25");
        assertThat(refusedFields(Role.PRINCIPAL)).containsExactly("consent.signedOn");

        consent.put("signedOn", "2026-11-24");
        assertThatCode(() -> confirmed(Role.PRINCIPAL)).doesNotThrowAnyException();
    }

    @Test
    void ofTheDeadIsGivenByTheirEstateAndToldToTheUnion() {
        assertThat(refusedFields(Role.DECEASED))
                .containsExactlyInAnyOrder("consent.representative", "consent.unionNotifiedOn");
        assertThat(refused(Role.DECEASED)).hasMessageContaining("Please name the estate");

        consent.put("representative", "The estate");
        consent.put("unionNotifiedOn", "2026-11-01");
        assertThatCode(() -> confirmed(Role.DECEASED)).doesNotThrowAnyException();
    }

    @Test
    void ofAMinorIsGivenByAParentOrGuardian() {
        assertThat(refusedFields(Role.MINOR)).containsExactly("consent.representative");
        assertThat(refused(Role.MINOR)).hasMessageContaining("Please name the parent or guardian");
    }

    @Test
    void toASyntheticPerformerIsToldToTheUnion() {
        assertThat(refusedFields(Role.SYNTHETIC)).containsExactly("consent.unionNotifiedOn");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DECEASED", "MINOR", "SYNTHETIC"})
    void ofAnybodyElseNeedsNeither(Role role) {
        assertThatCode(() -> confirmed(role)).doesNotThrowAnyException();
    }

    @Test
    void saysWhyAnExceptionFits() {
        consent.put("exception", "SAFETY");
        assertThat(refusedFields(Role.PRINCIPAL)).containsExactly("consent.exceptionReason");

        consent.put("exceptionReason", "The stunt cannot be done safely.");
        assertThatCode(() -> confirmed(Role.PRINCIPAL)).doesNotThrowAnyException();
    }

    @Test
    void takesNoFieldThatTheDeskDoesNotKnow() {
        consent.put("faceScan", "…");

        assertThat(refusedFields(Role.PRINCIPAL)).containsExactly("consent.faceScan");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONFIRMED")
    void isNotKeptWithAnyOtherOutcome(ConsentOutcome outcome) {
        ConsentReview review = ConsentReview.from(
                ana(Role.PRINCIPAL),
                Map.of("consentOutcome", outcome.name(), "consentReason", "Because.", "consent", Map.of()),
                TODAY);

        assertThat(review.consent()).isNull();
        assertThat(review.reason()).isEqualTo("Because.");
    }

    private ConsentReview confirmed(Role role) {
        return ConsentReview.from(ana(role), Map.of("consentOutcome", "CONFIRMED", "consent", consent), TODAY);
    }

    private BadInput refused(Role role) {
        return catchThrowableOfType(BadInput.class, () -> confirmed(role));
    }

    private Set<String> refusedFields(Role role) {
        return refused(role).problems().stream().map(BadInput.Problem::field).collect(Collectors.toSet());
    }

    private static Performer ana(Role role) {
        return new Performer("Ana", role, null, null, "Shown younger");
    }
}
