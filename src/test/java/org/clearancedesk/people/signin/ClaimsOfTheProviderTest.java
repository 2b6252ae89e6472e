package org.clearancedesk.people.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.clearancedesk.people.DeskGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsOfTheProviderTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            textBlock =
                    """
            groups               | {"groups": ["lawyers"]}                              | legal
            groups               | {"groups": ["lawyers", "canteen", "keepers"]}        | legal,camunda-admin
            groups               | {"groups": "lawyers"}                                | legal
            groups               | {"groups": ["/lawyers", "/film/KITCHEN-1"]}          | legal,production-KITCHEN-1
            groups               | {"groups": ["//lawyers", "/x/lawyers", "lawyers/"]}  | ##
            groups               | {"groups": ["LAWYERS", "lawyers ", "legal"]}         | ##
            groups               | {"groups": ["camunda-admin", "admins", "approvers"]} | ##
            groups               | {"groups": ["film/KITCHEN-1"]}                       | production-KITCHEN-1
            groups               | {"groups": ["film/", "film/A B", "film/../x", "x/film/A", "film/A12345678901234567890"]} | ##
            groups               | {"groups": {"lawyers": true}}                        | ##
            groups               | {"groups": [1, null, ["lawyers"]]}                   | ##
            groups               | {"roles": ["lawyers"]}                               | ##
            realm_access.roles   | {"realm_access": {"roles": ["lawyers"]}}             | legal
            realm_access.roles   | {"realm_access": ["lawyers"]}                        | ##
            https://x.example/g  | {"https://x.example/g": ["lawyers"]}                 | legal
            """)
    void onlyWhatIsMappedGivesAGroup(String claim, String claims, String groups) throws Exception {
        assertThat(read(claim, claims).groups())
                .containsExactlyInAnyOrderElementsOf(groups.isEmpty() ? Set.of() : Set.of(groups.split(",")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            textBlock =
                    """
            {"email": "carla@studio.example", "email_verified": true}   | carla@studio.example
            {"email": "carla@studio.example", "email_verified": false}  |
            {"email": "carla@studio.example", "email_verified": "true"} | carla@studio.example
            {"email": "carla@studio.example", "email_verified": "no"}   |
            {"email": "carla@studio.example"}                           |
            {"email_verified": true}                                    |
            """)
    void anAddressCountsOnlyWhenTheProviderHasVerifiedIt(String claims, String email) throws Exception {
        assertThat(read("groups", claims).email()).isEqualTo(email);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            textBlock =
                    """
            {"email": "carla@studio.example"}                           | carla@studio.example
            {"email": "carla@studio.example", "email_verified": false}  |
            """)
    void aProviderThatDoesNotSayCanBeTrusted(String claims, String email) throws Exception {
        assertThat(read("groups", claims, true).email()).isEqualTo(email);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"_claim_names\": {\"groups\": \"src1\"}}",
                "{\"hasgroups\": true}",
                "{\"hasgroups\": \"true\"}"
            })
    void groupsThatAreLeftOutAreNotTakenForNone(String claims) {
        assertThatExceptionOfType(SignInRefused.class)
                .isThrownBy(() -> read("groups", claims))
                .withMessageContaining("so many groups");
    }

    @Test
    void aClaimThatIsNotThereIsEmptyAndNothingElseTakesItsPlace() throws Exception {
        assertThat(read("groups", "{\"sub\": \"17\", \"email\": \"x@studio.example\"}"))
                .isEqualTo(new OidcProfile("", "17", "", "", "", null, Set.of(), NOW));
    }

    private static OidcProfile read(String groupsClaim, String claims) throws JsonProcessingException {
        return read(groupsClaim, claims, false);
    }

    private static OidcProfile read(String groupsClaim, String claims, boolean trustEmails)
            throws JsonProcessingException {
        SignInProperties properties = new SignInProperties(
                "preferred_username",
                groupsClaim,
                Map.of(DeskGroup.LEGAL, Set.of("lawyers"), DeskGroup.ADMINS, Set.of("keepers")),
                "film/",
                Duration.ofMinutes(5),
                trustEmails);
        Map<String, Object> read = new ObjectMapper().readValue(claims, new TypeReference<>() {});
        return new ProviderClaims(properties).read(() -> read, NOW);
    }
}
