package org.clearancedesk.people.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clearancedesk.notice.AddressBook;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.UserDirectory;
import org.clearancedesk.web.RunningDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningDesk
class ArrivingPeopleTest {

    private static final String ISSUER = "https://login.studio.example";
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final UserProvisioning userProvisioning;
    private final UserDirectory userDirectory;
    private final AddressBook addresses;
    private final JdbcClient jdbc;

    ArrivingPeopleTest(
            UserProvisioning userProvisioning, UserDirectory userDirectory, AddressBook addresses, JdbcClient jdbc) {
        this.userProvisioning = userProvisioning;
        this.userDirectory = userDirectory;
        this.addresses = addresses;
        this.jdbc = jdbc;
    }

    @Test
    void theDeskKnowsNamesAddressAndGroupsAndNoPassword() {
        Caller ida = userProvisioning.welcome(person("s-ida", "ida@studio", NOW, "legal", "production-KITCHEN"));

        assertThat(ida)
                .isEqualTo(new Caller("ida@studio", Set.of("legal", "production-KITCHEN"), "ida@studio.example"));
        assertThat(ida.productions()).containsExactly("kitchen");
        assertThat(addresses.emailsOf("legal")).contains("ida@studio.example");
        assertThat(userDirectory.signIn("ida@studio", "")).isEmpty();
        assertThat(jdbc.sql("select count(*) from act_id_user where id_ = 'ida@studio' and pwd_ is not null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatEndsAtTheProviderEndsAtTheDesk() {
        userProvisioning.welcome(person("s-max", "max", NOW, "legal", "approvers"));
        OidcProfile later =
                new OidcProfile(ISSUER, "s-max", "max", "M", "X", null, Set.of("legal"), NOW.plusSeconds(9));

        assertThat(userProvisioning.welcome(later)).isEqualTo(new Caller("max", Set.of("legal"), null));
        assertThat(addresses.emailOf("max")).isEmpty();
    }

    @Test
    void whatIsOlderThanTheLastNewsChangesNothing() {
        userProvisioning.welcome(person("s-tom", "tom", NOW, "legal"));

        userProvisioning.welcome(person("s-tom", "tom", NOW.minusSeconds(1), "approvers", "camunda-admin"));

        assertThat(userDirectory.find("tom").orElseThrow().groups()).containsExactly("legal");
    }

    @Test
    void whoeverLosesEveryGroupIsRefusedAndInNone() {
        userProvisioning.welcome(person("s-liv", "liv", NOW, "legal"));

        assertThatThrownBy(() -> userProvisioning.welcome(person("s-liv", "liv", NOW.plusSeconds(9))))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("none of the groups");

        assertThat(userDirectory.find("liv").orElseThrow().groups()).isEmpty();
    }

    @Test
    void whoeverHasNoPlaceAtTheDeskIsRefusedAndNotKept() {
        assertThatThrownBy(() -> userProvisioning.welcome(person("s-nil", "nil", NOW)))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("“nil”", "none of the groups");

        assertThat(userDirectory.find("nil")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"heir", "HEIR"})
    void aNameThatBelongedToSomebodyElseGivesNothingOfTheirs(String name) {
        userProvisioning.welcome(person("s-testator", "heir", NOW, "legal"));

        assertThatThrownBy(() -> userProvisioning.welcome(person("s-" + name, name, NOW.plusSeconds(9), "approvers")))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("belonged to somebody else");
        assertThatThrownBy(() -> userProvisioning.welcome(person("s-" + name, name, NOW.plusSeconds(9))))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("none of the groups");

        assertThat(userDirectory.find("heir").orElseThrow().groups()).containsExactly("legal");
    }

    @Test
    void theSameSubjectOfAnotherIssuerIsSomebodyElse() {
        userProvisioning.welcome(person("s-twin", "twin", NOW, "legal"));

        assertThatThrownBy(() -> userProvisioning.welcome(new OidcProfile(
                        "https://elsewhere.example", "s-twin", "twin", "T", "W", null, Set.of("approvers"), NOW)))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("belonged to somebody else");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "Admin", "desk", "Desk"})
    void namesThatTheDeskHasAlreadyAreNotGivenAway(String name) {
        assertThatThrownBy(() -> userProvisioning.welcome(person("s-thief-" + name, name, NOW, "requesters")))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("belonged to somebody else");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*", "a b", "<b>", "${1}", "-x", "x\u202Ey", "jürgen"})
    void aNameThatCannotBeOneIsRefusedInASentence(String name) {
        assertThatThrownBy(() -> userProvisioning.welcome(person("s-odd-" + name, name, NOW, "requesters")))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("cannot take as a user name");
    }

    @Test
    void somebodyWithANewNameAtTheProviderStaysWhoTheyWereSoThatFourEyesStayFour() {
        userProvisioning.welcome(person("s-wed", "single", NOW, "requesters"));

        Caller caller = userProvisioning.welcome(person("s-wed", "wed", NOW.plusSeconds(9), "requesters", "approvers"));

        assertThat(caller.user()).isEqualTo("single");
        assertThat(userDirectory.find("wed")).isEmpty();
    }

    @Test
    void manyFirstSignInsAtOnceMakeOnePerson() throws Exception {
        ExecutorService windows = Executors.newFixedThreadPool(6);
        try {
            List<Future<Caller>> callers = new ArrayList<>();
            for (int window = 0; window < 6; window++) {
                callers.add(windows.submit(() -> userProvisioning.welcome(person("s-eve", "eve", NOW, "legal"))));
            }
            for (Future<Caller> caller : callers) {
                assertThat(caller.get().groups()).containsExactly("legal");
            }
        } finally {
            windows.shutdownNow();
        }
    }

    private static OidcProfile person(String subject, String name, Instant toldAt, String... groups) {
        String email = name.contains("@") ? name + ".example" : name + "@studio.example";
        return new OidcProfile(ISSUER, subject, name, "F", "L", email, Set.of(groups), toldAt);
    }
}
