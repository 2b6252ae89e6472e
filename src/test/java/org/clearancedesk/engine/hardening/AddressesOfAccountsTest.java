package org.clearancedesk.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.clearancedesk.people.UserSync;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases are shown to whoever has their contact's address, so an address belongs to one account. */
@RunningDesk
class AddressesOfAccountsTest {

    private final Floor floor;
    private final IdentityService identity;
    private final UserSync mirror;
    private final String name = "twin-" + UUID.randomUUID();

    AddressesOfAccountsTest(Floor floor, IdentityService identity, UserSync mirror) {
        this.floor = floor;
        this.identity = identity;
        this.mirror = mirror;
    }

    @AfterEach
    void seeOff() {
        Stream.of("", "0", "1").forEach(end -> identity.deleteUser(name + end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"contact@desk.example", "Contact@Desk.Example", "COntact@DESK.example"})
    void areNotThoseOfASecondAccount(String address) {
        String administrator = name + "0";
        floor.person(administrator, administrator + "@desk.example", "camunda-admin");
        Webapp admin = Webapp.of(floor, administrator);

        Answer answer = admin.post("user/create", account(name, address));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("message").asText()).contains("Another account has this e-mail address");
        assertThat(identity.createUserQuery().userId(name).count()).isZero();
        assertThat(newestAttempt()).contains("NOT_ALLOWED", "user/create");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\tcontact@desk.example",
                "Carla <contact@desk.example>",
                "\"contact\"@desk.example",
                "contact(a)@desk.example",
                "contact@desk.example.",
                "\u00A0contact@desk.example",
                "contact@desk.example\u200B",
                "\uFF43ontact@desk.example",
                "contact@desk.\u0435xample",
                "contact@desk.example\u0000",
                "contact@desk\u3002example",
                "contact@desk.example,x@y.example",
                "notanaddress"
            })
    void areWrittenPlainlySoThatNobodyHasOneTwice(String address) {
        Webapp admin = Webapp.of(floor, "admin");

        Answer answer = admin.post("user/create", account(name, address));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("message").asText()).contains("one e-mail address in plain letters");
        assertThat(identity.createUserQuery().userId(name).count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"contact@desk.example", "CONTACT@desk.example"})
    void areNotTakenOverLater(String address) {
        floor.person(name, name + "@desk.example", "netflix-contacts");
        Webapp admin = Webapp.of(floor, "admin");

        Answer answer = admin.put("user/" + name + "/profile", profile(name, address));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("message").asText()).contains("Another account has this e-mail address");
        assertThat(addressOf(name)).isEqualTo(name + "@desk.example");
    }

    @Test
    void areRefusedByTheEngineItself() {
        User user = identity.newUser(name);
        user.setEmail("contact@desk.example");

        assertThatExceptionOfType(BadUserRequestException.class).isThrownBy(() -> identity.saveUser(user));

        assertThat(identity.createUserQuery().userId(name).count()).isZero();
    }

    @Test
    void areTakenByOneOfTwoWhoComeAtOnce() {
        String address = name + "@desk.example";
        List<Webapp> both = List.of(Webapp.of(floor, "admin"), Webapp.of(floor, "admin"));

        List<CompletableFuture<Answer>> answers = Stream.of(0, 1)
                .map(each -> CompletableFuture.supplyAsync(
                        () -> both.get(each).post("user/create", account(name + each, address))))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join).map(Answer::status))
                .containsExactlyInAnyOrder(204, 400);
        assertThat(identity.createUserQuery().userEmail(address).count()).isEqualTo(1);
    }

    @Test
    void areKeptAndChangedByThoseWhoHaveThem() {
        floor.person(name, name + "@desk.example");
        Webapp admin = Webapp.of(floor, "admin");

        admin.put("user/" + name + "/profile", profile(name, name.toUpperCase(Locale.ROOT) + "@desk.example"))
                .expect(204);
        admin.put("user/" + name + "/profile", profile(name, "free-" + name + "@desk.example"))
                .expect(204);
        admin.put("user/" + name + "/profile", profile(name, "")).expect(204);

        assertThat(addressOf(name)).isEmpty();
    }

    @Test
    void stayWithTheFirstOfTwoWhoGetThemFromTheProvider() {
        mirror.keep(name, "Mira", "Twin", "Contact@desk.example", Set.of("netflix-contacts"));

        assertThat(addressOf(name)).isNull();
        assertThat(addressOf("contact")).isEqualTo("contact@desk.example");
        mirror.keep(name, "Mira", "Twin", name + "@desk.example", Set.of("netflix-contacts"));
        mirror.keep(name, "Mira", "Twin", name + "@desk.example", Set.of("netflix-contacts"));
        assertThat(addressOf(name)).isEqualTo(name + "@desk.example");
    }

    private String addressOf(String user) {
        return identity.createUserQuery().userId(user).singleResult().getEmail();
    }

    private static Map<String, Object> account(String name, String address) {
        return Map.of("profile", profile(name, address), "credentials", Map.of("password", "a new password"));
    }

    private static Map<String, Object> profile(String name, String address) {
        return Map.of("id", name, "firstName", "New", "lastName", "Comer", "email", address);
    }

    private String newestAttempt() {
        return floor.as("admin")
                .get("/api/admin/refused-attempts?size=1")
                .expect(200)
                .text();
    }
}
