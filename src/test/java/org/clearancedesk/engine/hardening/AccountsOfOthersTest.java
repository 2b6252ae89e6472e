package org.clearancedesk.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.clearancedesk.people.RefusedAttempt;
import org.clearancedesk.people.RefusedAttempts;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An account is its owner's: an administrator neither becomes them nor leaves the desk without an administrator. */
@RunningDesk
class AccountsOfOthersTest {

    private final Floor floor;
    private final IdentityService identity;
    private final RefusedAttempts attempts;

    AccountsOfOthersTest(Floor floor, IdentityService identity, RefusedAttempts attempts) {
        this.floor = floor;
        this.identity = identity;
        this.attempts = attempts;
    }

    @AfterEach
    void theAdministratorIsBack() {
        identity.clearAuthentication();
        floor.joins("admin", "camunda-admin");
    }

    private Webapp administrator(String name) {
        floor.person(name, name + "@desk.example", "camunda-admin");
        return Webapp.of(floor, name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"id\":\"%s\",\"firstName\":\"A\",\"lastName\":\"B\",\"email\":\"a.b@desk.example\"}'|user/%s/profile",
                "'{\"id\":\"cuckoo\",\"firstName\":\"A\",\"lastName\":\"B\",\"id\":\"%s\",\"email\":\"a.b@desk.example\"}'|user/%s/profile",
                "'{\"firstName\":\"A\",\"lastName\":\"B\",\"email\":\"a.b@desk.example\",\"\\u0069d\":\"%s\"}'|user/%s/profile",
            })
    void noProfileIsWrittenOverThatOfAnotherAccount(String profile, String address) {
        String cuckoo = "cuckoo-" + Integer.toHexString(profile.hashCode());
        String owner = "owner-" + Integer.toHexString(profile.hashCode());
        floor.person(cuckoo, cuckoo + "@desk.example");
        floor.person(owner, owner + "@desk.example", "legal");
        String admin = "admin-" + cuckoo;

        Answer answer = administrator(admin)
                .put(
                        address.formatted(cuckoo),
                        profile.replace("\"cuckoo\"", "\"" + cuckoo + "\"").formatted(owner));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(identity.createUserQuery().userId(owner).singleResult().getEmail())
                .isEqualTo(owner + "@desk.example");
        floor.signedIn(owner);
        assertThat(attempts.newest(0, 50))
                .filteredOn(attempt -> admin.equals(attempt.who()))
                .extracting(RefusedAttempt::kind)
                .singleElement()
                .isIn(RefusedAttempt.Kind.NOT_ALLOWED, RefusedAttempt.Kind.DISGUISED);
    }

    @Test
    void neitherIsItInsideTheEngine() {
        floor.person("inner-cuckoo", "inner-cuckoo@desk.example");
        floor.person("inner-owner", "inner-owner@desk.example", "legal");
        User cuckoo = identity.createUserQuery().userId("inner-cuckoo").singleResult();
        identity.setAuthentication("admin", List.of("camunda-admin"));

        ((UserEntity) cuckoo).setId("inner-owner");

        assertThatExceptionOfType(BadUserRequestException.class)
                .isThrownBy(() -> identity.saveUser(cuckoo))
                .withMessageContaining("that of another account");
        identity.clearAuthentication();
        floor.signedIn("inner-owner");
    }

    @Test
    void aProfileWithoutAUserNameIsThatOfTheAccountThatWasOpened() {
        floor.person("unnamed-profile", "unnamed-profile@desk.example");

        administrator("admin-of-unnamed")
                .put(
                        "user/unnamed-profile/profile",
                        Map.of("firstName", "New", "lastName", "Name", "email", "unnamed-profile@desk.example"))
                .expect(204);

        assertThat(identity.createUserQuery()
                        .userId("unnamed-profile")
                        .singleResult()
                        .getFirstName())
                .isEqualTo("New");
    }

    @Test
    void aNameIsKeptWithoutWhatNobodySees() {
        floor.person("odd-name", "odd-name@desk.example");

        administrator("admin-of-odd-names")
                .put(
                        "user/odd-name/profile",
                        Map.of(
                                "id",
                                "odd-name",
                                "firstName",
                                "\u202eittsaC\u200b\u0000",
                                "lastName",
                                "\u0338x\r\ny",
                                "email",
                                "odd-name@desk.example"))
                .expect(204);

        User kept = identity.createUserQuery().userId("odd-name").singleResult();
        assertThat(kept.getFirstName()).isEqualTo("ittsaC");
        assertThat(kept.getLastName()).isEqualTo("x y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "Nobody"})
    void theNameThatTheDeskKeepsForItselfIsGivenToNobody(String name) {
        Answer answer = administrator("admin-of-nobody")
                .post(
                        "user/create",
                        Map.of(
                                "profile",
                                Map.of("id", name, "firstName", "N", "lastName", "O", "email", "n.o@desk.example"),
                                "credentials",
                                Map.of("password", "a known password")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("message").asText()).contains("keeps the user name");
    }

    @Test
    void nobodyDeletesTheirOwnAccount() {
        Answer answer = administrator("self-deleting").delete("user/self-deleting");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(identity.createUserQuery().userId("self-deleting").count()).isOne();
    }

    /** Each is an administrator when they begin, and only one of them is afterwards. */
    @Test
    void twoWhoSendEachOtherAwayAtOnceLeaveOne() {
        Webapp first = administrator("first-of-two");
        Webapp second = administrator("second-of-two");

        List<Answer> answers = Answer.atOnce(
                () -> first.delete("group/camunda-admin/members/second-of-two"),
                () -> second.delete("group/camunda-admin/members/first-of-two"));

        assertThat(answers)
                .extracting(Answer::status)
                .as("one goes, the other is told why not")
                .containsOnlyOnce(204);
        assertThat(Stream.of("first-of-two", "second-of-two")
                        .filter(user -> identity.createUserQuery()
                                        .userId(user)
                                        .memberOfGroup("camunda-admin")
                                        .count()
                                == 1))
                .hasSize(1);
    }

    @RepeatedTest(6)
    void nobodyAdministersAndHasASayThoughTwoAdministratorsPutThemIntoBothGroupsAtOnce(RepetitionInfo time) {
        String member = "both-at-once-" + time.getCurrentRepetition();
        floor.person(member, member + "@desk.example");
        Webapp first = administrator("putting-first-" + time.getCurrentRepetition());
        Webapp second = administrator("putting-second-" + time.getCurrentRepetition());

        List<Answer> answers = Answer.atOnce(
                () -> first.put("group/camunda-admin/members/" + member, Map.of()),
                () -> second.put("group/legal/members/" + member, Map.of()));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(204);
        assertThat(identity.createGroupQuery().groupMember(member).count()).isEqualTo(1);
    }

    @RepeatedTest(6)
    void noTwoAccountsDifferByCapitalsThoughTwoAdministratorsMakeThemAtOnce(RepetitionInfo time) {
        String name = "zoe-at-once-" + time.getCurrentRepetition();
        Webapp first = administrator("making-first-" + time.getCurrentRepetition());
        Webapp second = administrator("making-second-" + time.getCurrentRepetition());

        List<Answer> answers = Answer.atOnce(
                () -> first.post("user/create", account(name)),
                () -> second.post("user/create", account(name.toUpperCase(Locale.ROOT))));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "Desk", "system", "null", "anonymousUser", "nobody"})
    void noAccountGetsANameThatStandsForTheDeskOrForNobody(String name) {
        Answer answer =
                administrator("naming-" + Integer.toHexString(name.hashCode())).post("user/create", account(name));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("message").asText())
                .contains("keeps the user name “%s” for itself".formatted(name));
    }

    private static Map<String, Object> account(String name) {
        return Map.of(
                "profile",
                Map.of("id", name, "firstName", "A", "lastName", "B"),
                "credentials",
                Map.of("password", "a new password"));
    }
}
