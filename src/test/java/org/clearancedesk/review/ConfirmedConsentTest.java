package org.clearancedesk.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.intake.Performer;
import org.clearancedesk.intake.Performer.Role;
import org.clearancedesk.review.Agreement.Minors;
import org.clearancedesk.review.Agreement.Strike;
import org.clearancedesk.review.ConsentRecord.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfirmedConsentTest {

    private static final Set<String> FILES = Set.of("on-file");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private Agreement agreement = SampleAgreement.strict();
    private ClearanceRequest request = SampleAgreement.request("REPLICA", "NONE", false);

    private String remark = "";
    private final Map<String, Object> consent = new HashMap<>(Map.ofEntries(
            Map.entry("agreement", "SAG-AFTRA TV/Theatrical"),
            Map.entry("agreementVersion", "2026"),
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
        consent.put("kind", "SYNTHETIC");
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
                rules());

        assertThat(review.consent()).isNull();
        assertThat(review.reason()).isEqualTo("Because.");
    }

    @Test
    void isUnderAnAgreementThatTheDeskKnows() {
        consent.put("agreement", "Handshake");

        assertThat(refused(Role.PRINCIPAL)).hasMessageContaining("The desk knows no agreement “Handshake, 2026”.");
        assertThat(refusedFields(Role.PRINCIPAL)).containsExactly("consent.agreement");
    }

    @ParameterizedTest
    @CsvSource({"2026-06-30, false", "2026-07-01, true", "2026-11-30, true", "2030-06-30, true", "2030-07-01, false"})
    void isUnderTheAgreementOfTheDayOnWhichTheUseBegins(String day, boolean governs) {
        consent.put("signedOn", "2026-06-01");
        consent.put("noticeGivenAt", "2026-06-01T10:00");
        consent.put("firstUseAt", day + "T08:00");

        if (governs) {
            assertThatCode(() -> confirmed(Role.PRINCIPAL)).doesNotThrowAnyException();
        } else {
            assertThat(refused(Role.PRINCIPAL)).hasMessageContaining("is not in force on the day");
        }
    }

    @Test
    void isWorthNothingDuringAStrike() {
        agreement = SampleAgreement.strict(Minors.ALLOWED, new Strike("talent", Instant.EPOCH, "Called."), 48);

        assertThat(refused(Role.PRINCIPAL)).hasMessageContaining("There is a strike under");
    }

    @ParameterizedTest
    @CsvSource({"0, 2026-11-29T08:00, true", "72, 2026-11-28T08:00, false", "72, 2026-11-27T08:00, true"})
    void needsAsManyHoursOfNoticeAsTheAgreementSays(int hours, String notice, boolean enough) {
        agreement = SampleAgreement.strict(Minors.ALLOWED, null, hours);
        consent.put("noticeGivenAt", notice);

        if (enough) {
            assertThatCode(() -> confirmed(Role.PRINCIPAL)).doesNotThrowAnyException();
        } else {
            assertThat(refused(Role.PRINCIPAL)).hasMessageContaining("at least 72 hours before the use");
        }
    }

    @Test
    void needsNoNoticeWhereTheAgreementAsksForNone() {
        agreement = SampleAgreement.strict(Minors.ALLOWED, null, 0);
        consent.remove("noticeGivenAt");

        assertThatCode(() -> confirmed(Role.PRINCIPAL)).doesNotThrowAnyException();
    }

    @Test
    void asksForNoMoreThanAnAgreementOfACraft() {
        agreement = SampleAgreement.ofACraft();
        List.of("noticeGivenAt", "languages", "term", "compensation").forEach(consent::remove);
        consent.put("signedSeparately", false);

        assertThatCode(() -> confirmed(Role.CRAFT)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"El Eternauta", "EL ETERNAUTA ", "eternauta-s1"})
    void namesTheTitleOrItsCode(String title) {
        consent.put("titles", List.of("Another one", title));

        assertThatCode(() -> confirmed(Role.PRINCIPAL)).doesNotThrowAnyException();
    }

    @Test
    void isForNoOtherTitle() {
        consent.put("titles", List.of("El Eternauta: the making of"));

        assertThat(refused(Role.PRINCIPAL)).hasMessageContaining("Another title needs another consent.");
        assertThat(refusedFields(Role.PRINCIPAL)).containsExactly("consent.titles");
    }

    @ParameterizedTest
    @CsvSource({
        "REPLICA, NONE, false, REPLICA",
        "REPLICA, TALENT, false, REPLICA",
        "ALTERATION_SIGNIFICANT, NONE, false, ALTERATION",
        "ALTERATION_UNSURE, NONE, false, ALTERATION",
        "SYNTHETIC, NONE, false, SYNTHETIC",
        "NONE, TALENT, false, TRAINING",
        "NONE, TALENT, true, TRAINING"
    })
    void isOfTheKindThatTheRequestIsAbout(String use, String training, boolean elsewhere, Kind kind) {
        request = SampleAgreement.request(use, training, elsewhere);
        for (Kind given : Kind.values()) {
            consent.put("kind", given.name());
            if (given == kind) {
                assertThatCode(() -> confirmed(Role.PRINCIPAL)).doesNotThrowAnyException();
            } else {
                assertThat(refusedFields(Role.PRINCIPAL)).containsExactly("consent.kind");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofNoKindCoversAModelThatIsUsedElsewhereAndAReplicaAtOnce(Kind kind) {
        request = SampleAgreement.request("REPLICA", "TALENT", true);
        consent.put("kind", kind.name());

        assertThat(refused(Role.PRINCIPAL)).hasMessageContaining("each is a request of its own");
    }

    @Test
    void ofAMinorIsRefusedWhereTheAgreementBarsIt() {
        agreement = SampleAgreement.strict(Minors.BARRED, null, 48);
        consent.put("representative", "Her mother");

        assertThat(refused(Role.MINOR)).hasMessageContaining("This agreement bars such a use of a minor.");
        assertThatCode(() -> confirmed(Role.PRINCIPAL)).doesNotThrowAnyException();
    }

    @Test
    void ofAMinorIsExplainedWhereTheAgreementBarsCertainDepictions() {
        agreement = SampleAgreement.strict(Minors.SOME_BARRED, null, 48);
        consent.put("representative", "Her mother");

        assertThat(refusedFields(Role.MINOR)).containsExactly("consentReason");
        remark = "She walks through a garden.";
        assertThatCode(() -> confirmed(Role.MINOR)).doesNotThrowAnyException();
    }

    @Test
    void comesBeforeTheUseAndSoDoesTheWordToTheUnion() {
        consent.put("firstUseAt", "2026-11-20T08:00");
        consent.put("signedOn", "2026-11-21");
        consent.put("unionNotifiedOn", "2026-11-21");

        assertThat(refusedFields(Role.PRINCIPAL))
                .containsExactlyInAnyOrder("consent.signedOn", "consent.unionNotifiedOn");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-29, false", "2026-11-30, true", "2027-11-30, true"})
    void doesNotEndBeforeTheUseBegins(String end, boolean holds) {
        consent.put("validUntil", end);

        if (holds) {
            assertThat(confirmed(Role.PRINCIPAL).consent().validUntil()).isEqualTo(end);
        } else {
            assertThat(refusedFields(Role.PRINCIPAL)).containsExactly("consent.validUntil");
        }
    }

    @Test
    void hasNotEndedAlready() {
        consent.put("signedOn", "2026-11-01");
        consent.put("firstUseAt", "2026-11-20T08:00");
        consent.put("validUntil", "2026-11-22");

        assertThat(refused(Role.PRINCIPAL)).hasMessageContaining("The consent ended on 2026-11-22.");
    }

    private ConsentReview confirmed(Role role) {
        Map<String, Object> answers = new HashMap<>(Map.of("consentOutcome", "CONFIRMED", "consent", consent));
        if (!remark.isEmpty()) {
            answers.put("consentReason", remark);
        }
        return ConsentReview.from(ana(role), answers, rules());
    }

    private ConsentRules rules() {
        return new ConsentRules(
                (name, version) -> Optional.of(agreement)
                        .filter(known ->
                                known.name().equals(name) && known.version().equals(version)),
                request,
                FILES,
                TODAY);
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
