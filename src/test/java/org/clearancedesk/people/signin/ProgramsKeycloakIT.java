package org.clearancedesk.people.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.clearancedesk.people.UserDirectory;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Submission;
import org.clearancedesk.web.Visitor;
import org.junit.jupiter.api.Test;

@AtTheStudio
class ProgramsKeycloakIT {

    private static final Duration BEYOND_ANY_SKEW = Duration.ofMinutes(10);

    private final Studio studio;

    ProgramsKeycloakIT(Studio studio) {
        this.studio = studio;
    }

    @Test
    void aProgramOfItsOwnFilesARequestWithItsToken() {
        Answer filed = with(studio.keycloak().tokenOfThePipeline())
                .post("/api/requests", Submission.with(Submission.lowRisk(), "netflixContact", "carla@studio.example"));

        filed.expect(201);
        assertThat(with(studio.keycloak().tokenOfThePipeline())
                        .get(filed.header("Location").replaceFirst("^https?://[^/]+", ""))
                        .expect(200)
                        .text())
                .contains("service-account-dailies-pipeline");
    }

    @Test
    void aProgramSeesWhatThePersonSeesWhoseTokenItHas() {
        assertThat(with(studio.keycloak().tokenOf("rosa"))
                        .get("/api/requests")
                        .expect(200)
                        .header("Set-Cookie"))
                .doesNotContain("DESK-SESSION");
    }

    @Test
    void aTokenForAnotherProgramOpensNothing() {
        refuses(studio.keycloak().tokenOf("rosa", "canteen-menu", "a third secret of the tests"));
    }

    @Test
    void theTokenOfASignInOpensNothing() {
        refuses(studio.keycloak().idTokenOf("rosa"));
    }

    @Test
    void aTokenIsTakenOnlyWhileItLastsFromTheRightIssuerForTheDesk() throws Exception {
        with(signed(studio.keycloak().key(), claims -> {})).get("/api/requests").expect(200);

        refuses(signed(studio.keycloak().key(), claims -> claims.expirationTime(at(BEYOND_ANY_SKEW.negated()))));
        refuses(signed(studio.keycloak().key(), claims -> claims.notBeforeTime(at(BEYOND_ANY_SKEW))));
        refuses(signed(studio.keycloak().key(), claims -> claims.issuer("https://login.elsewhere.example")));
        refuses(signed(studio.keycloak().key(), claims -> claims.audience("canteen")));
        refuses(signed(studio.keycloak().key(), claims -> claims.audience((String) null)));
    }

    @Test
    void aTokenThatSomebodySignedThemselvesOrChangedOrDidNotSignOpensNothing() throws Exception {
        String genuine = signed(studio.keycloak().key(), claims -> {});
        String[] parts = genuine.split("\\.");
        String other = signed(studio.keycloak().key(), claims -> claims.claim("groups", List.of("desk-admins")));

        refuses(signed(new RSAKeyGenerator(2048).generate(), claims -> {}));
        refuses(parts[0] + "." + other.split("\\.")[1] + "." + parts[2]);
        refuses(new PlainJWT(claims().build()).serialize());
        refuses(parts[0] + "." + parts[1] + ".");
        refuses("rubbish");
    }

    @Test
    void aTokenWithoutAGroupOfTheDeskIsRefusedWithASentence() throws Exception {
        Answer answer = with(signed(studio.keycloak().key(), claims -> claims.claim("groups", List.of("canteen"))))
                .get("/api/requests")
                .expectProblem(403);

        assertThat(answer.text()).contains("none of the groups");
    }

    @Test
    void tokensAreForTheApiAndNotForTasklist() {
        assertThat(with(studio.keycloak().tokenOf("ada"))
                        .get("/camunda/api/engine/engine/default/task")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void thereIsNoWayInWithAPassword() {
        Visitor visitor = new Visitor(studio.address());

        visitor.with("Authorization", "Basic cm9zYTphIHBhc3N3b3JkIG9mIHJvc2E=")
                .get("/api/requests")
                .expectProblem(401);
        assertThat(visitor.post("/login", "application/x-www-form-urlencoded", "username=rosa&password=x")
                        .status())
                .isIn(401, 403, 405);
    }

    @Test
    void anOlderTokenDoesNotBringBackAMembershipThatHasEnded() throws Exception {
        Instant before = Instant.now().minusSeconds(60);
        String older = signed(studio.keycloak().key(), claims -> claims.subject("moving-person")
                .claim("preferred_username", "moving")
                .claim("groups", List.of("desk-requesters", "production-OLD-FILM"))
                .issueTime(Date.from(before)));
        with(older).get("/api/requests").expect(200);
        assertThat(groupsOf("moving")).containsExactlyInAnyOrder("requesters", "production-OLD-FILM");
        String newer = signed(studio.keycloak().key(), claims -> claims.subject("moving-person")
                .claim("preferred_username", "moving")
                .claim("groups", List.of("desk-legal")));

        with(newer).get("/api/requests").expect(200);
        with(older).get("/api/requests").expect(200);

        assertThat(groupsOf("moving")).containsExactly("legal");
    }

    private java.util.Set<String> groupsOf(String user) {
        return studio.part(UserDirectory.class).find(user).orElseThrow().groups();
    }

    private Visitor with(String token) {
        return new Visitor(studio.address()).with("Authorization", "Bearer " + token);
    }

    private void refuses(String token) {
        Answer answer = with(token).get("/api/requests").expectProblem(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    private String signed(RSAKey key, Consumer<JWTClaimsSet.Builder> change) throws Exception {
        JWTClaimsSet.Builder claims = claims();
        change.accept(claims);
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims.build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(studio.keycloak().issuer())
                .audience("clearance-desk-api")
                .subject("a-subject-of-the-tests")
                .issueTime(at(Duration.ZERO))
                .expirationTime(at(Duration.ofMinutes(5)))
                .claim("preferred_username", "signed-by-the-test")
                .claim("groups", List.of("desk-requesters"));
    }

    private static Date at(Duration fromNow) {
        return Date.from(Instant.now().plus(fromNow));
    }
}
