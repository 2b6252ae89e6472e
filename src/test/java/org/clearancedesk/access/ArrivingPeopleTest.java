package org.clearancedesk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.clearancedesk.desk.RunningDesk;
import org.clearancedesk.notice.AddressBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningDesk
class ArrivingPeopleTest {

    private static final String ISSUER = "https://login.studio.example";
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final Arrivals arrivals;
    private final Directory directory;
    private final AddressBook addresses;
    private final JdbcClient jdbc;

    ArrivingPeopleTest(Arrivals arrivals, Directory directory, AddressBook addresses, JdbcClient jdbc) {
        this.arrivals = arrivals;
        this.directory = directory;
        this.addresses = addresses;
        this.jdbc = jdbc;
    }

    @Test
    void theDeskKnowsNamesAddressAndGroupsAndNoPassword() {
        Caller ida = arrivals.welcome(person("s-ida", "ida@studio", NOW, "legal", "production-KITCHEN"));

        assertThat(ida)
                .isEqualTo(new Caller("ida@studio", Set.of("legal", "production-KITCHEN"), "ida@studio.example"));
        assertThat(ida.productions()).containsExactly("kitchen");
        assertThat(addresses.emailsOf("legal")).contains("ida@studio.example");
        assertThat(directory.signIn("ida@studio", "")).isEmpty();
        assertThat(jdbc.sql("select count(*) from act_id_user where id_ = 'ida@studio' and pwd_ is not null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatEndsAtTheProviderEndsAtTheDesk() {
        arrivals.welcome(person("s-max", "max", NOW, "legal", "approvers"));
        Newcomer later = new Newcomer(ISSUER, "s-max", "max", "M", "X", null, Set.of("legal"), NOW.plusSeconds(9));

        assertThat(arrivals.welcome(later)).isEqualTo(new Caller("max", Set.of("legal"), null));
        assertThat(addresses.emailOf("max")).isEmpty();
    }

    @Test
    void whatIsOlderThanTheLastNewsChangesNothing() {
        arrivals.welcome(person("s-tom", "tom", NOW, "legal"));

        arrivals.welcome(person("s-tom", "tom", NOW.minusSeconds(1), "approvers", "camunda-admin"));

        assertThat(directory.find("tom").orElseThrow().groups()).containsExactly("legal");
    }

    @Test
    void whoeverLosesEveryGroupIsRefusedAndInNone() {
        arrivals.welcome(person("s-liv", "liv", NOW, "legal"));

        assertThatThrownBy(() -> arrivals.welcome(person("s-liv", "liv", NOW.plusSeconds(9))))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("none of the groups");

        assertThat(directory.find("liv").orElseThrow().groups()).isEmpty();
    }

    @Test
    void whoeverHasNoPlaceAtTheDeskIsRefusedAndNotKept() {
        assertThatThrownBy(() -> arrivals.welcome(person("s-nil", "nil", NOW)))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("“nil”", "none of the groups");

        assertThat(directory.find("nil")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"heir", "HEIR"})
    void aNameThatBelongedToSomebodyElseGivesNothingOfTheirs(String name) {
        arrivals.welcome(person("s-testator", "heir", NOW, "legal"));

        assertThatThrownBy(() -> arrivals.welcome(person("s-" + name, name, NOW.plusSeconds(9), "approvers")))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("belonged to somebody else");
        assertThatThrownBy(() -> arrivals.welcome(person("s-" + name, name, NOW.plusSeconds(9))))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("none of the groups");

        assertThat(directory.find("heir").orElseThrow().groups()).containsExactly("legal");
    }

    @Test
    void theSameSubjectOfAnotherIssuerIsSomebodyElse() {
        arrivals.welcome(person("s-twin", "twin", NOW, "legal"));

        assertThatThrownBy(() -> arrivals.welcome(new Newcomer(
                        "https://elsewhere.example", "s-twin", "twin", "T", "W", null, Set.of("approvers"), NOW)))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("belonged to somebody else");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "Admin", "desk", "Desk"})
    void namesThatTheDeskHasAlreadyAreNotGivenAway(String name) {
        assertThatThrownBy(() -> arrivals.welcome(person("s-thief-" + name, name, NOW, "requesters")))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("belonged to somebody else");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*", "a b", "<b>", "${1}", "-x", "x\u202Ey", "jürgen"})
    void aNameThatCannotBeOneIsRefusedInASentence(String name) {
        assertThatThrownBy(() -> arrivals.welcome(person("s-odd-" + name, name, NOW, "requesters")))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("cannot take as a user name");
    }

    @Test
    void somebodyWithANewNameAtTheProviderStaysWhoTheyWereSoThatFourEyesStayFour() {
        arrivals.welcome(person("s-wed", "single", NOW, "requesters"));

        Caller caller = arrivals.welcome(person("s-wed", "wed", NOW.plusSeconds(9), "requesters", "approvers"));

        assertThat(caller.user()).isEqualTo("single");
        assertThat(directory.find("wed")).isEmpty();
    }

    @Test
    void manyFirstSignInsAtOnceMakeOnePerson() throws Exception {
        ExecutorService windows = Executors.newFixedThreadPool(6);
        try {
            List<Future<Caller>> callers = new ArrayList<>();
            for (int window = 0; window < 6; window++) {
                callers.add(windows.submit(() -> arrivals.welcome(person("s-eve", "eve", NOW, "legal"))));
            }
            for (Future<Caller> caller : callers) {
                assertThat(caller.get().groups()).containsExactly("legal");
            }
        } finally {
            windows.shutdownNow();
        }
    }

    private static Newcomer person(String subject, String name, Instant toldAt, String... groups) {
        String email = name.contains("@") ? name + ".example" : name + "@studio.example";
        return new Newcomer(ISSUER, subject, name, "F", "L", email, Set.of(groups), toldAt);
    }
}
