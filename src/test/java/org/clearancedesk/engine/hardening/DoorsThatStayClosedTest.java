package org.clearancedesk.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.User;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.clearancedesk.web.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RunningDesk
class DoorsThatStayClosedTest {

    private static final String SETUP = "/camunda/api/admin/setup/default/user/create";
    private static final Map<String, Object> INTRUDER = Map.of(
            "profile",
            Map.of("id", "intruder", "firstName", "In", "lastName", "Truder", "email", "in@truder.example"),
            "credentials",
            Map.of("password", "intruder"));

    private final Floor floor;
    private final IdentityService identity;
    private final RepositoryService models;
    private final RuntimeService runtime;
    private final Set<String> administrators = new HashSet<>();

    DoorsThatStayClosedTest(Floor floor, IdentityService identity, RepositoryService models, RuntimeService runtime) {
        this.floor = floor;
        this.identity = identity;
        this.models = models;
        this.runtime = runtime;
    }

    @AfterEach
    void theAdministratorsAreBack() {
        identity.deleteUser("intruder");
        administrators.forEach(each -> floor.joins(each, "camunda-admin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "requester", "approver", "admin"})
    void nobodyPassesOneHoweverTheyWriteIt(String user) {
        String number = floor.sent("requester", Submission.withLegalReview());
        List<Knock> knocks = Knock.everywhere(definition(), process(number), floor.task(number, "reviewLegalExposure"));
        Map<String, Long> before = floor.rows();
        List<String> deployed = deployed();
        Webapp visitor = user.isEmpty() ? new Webapp(floor.nobody()) : Webapp.of(floor, user);

        for (Knock knock : knocks) {
            assertThat(visitor.send(knock.method(), knock.path(), "{}").status())
                    .as(knock.toString())
                    .isEqualTo(knock.door().answer().value());
            for (String trick : Knock.tricks(knock.path())) {
                Answer answer = visitor.send(knock.method(), trick, "{}");
                // To nobody every address looks the same: they are sent to the sign-in page.
                assertThat(answer.status())
                        .as("%s %s", knock.method(), trick)
                        .satisfiesAnyOf(
                                status -> assertThat(status).isBetween(400, 499),
                                status -> assertThat(answer.header("Location")).endsWith("/login"));
            }
        }

        assertThat(floor.rows()).isEqualTo(before);
        assertThat(deployed()).isEqualTo(deployed);
        assertThat(runtime.getVariables(process(number))).doesNotContainKey("tierOfMine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/./engine/x",
                "/camunda/api/../api/engine/engine",
                "/camunda/api/%2e%2e/api/engine/engine",
                "/camunda/api/%2E/engine/engine",
                "/camunda/api/..;/api/engine/engine"
            })
    void aStepThatStaysOrGoesBackLeadsNowhere(String address) {
        for (Webapp visitor : List.of(new Webapp(floor.nobody()), Webapp.of(floor, "requester"))) {
            assertThat(visitor.get(address).status()).as(address).isBetween(400, 499);
        }
    }

    @Test
    void everyDoorIsKnockedAt() {
        assertThat(Knock.everywhere("any", "any", "any"))
                .extracting(Knock::door)
                .containsAll(BlockedRoute.ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "requester"})
    void nobodyBecomesTheFirstAdministratorWhenNobodyIsOne(String user) {
        Webapp visitor = user.isEmpty() ? new Webapp(floor.nobody()) : Webapp.of(floor, user);
        identity.createUserQuery().memberOfGroup("camunda-admin").list().forEach(each -> {
            administrators.add(each.getId());
            identity.deleteMembership(each.getId(), "camunda-admin");
        });

        assertThat(visitor.send("POST", SETUP, INTRUDER).status()).isEqualTo(404);
        Knock.tricks(SETUP).forEach(trick -> visitor.send("POST", trick, INTRUDER));

        assertThat(identity.createUserQuery().list()).extracting(User::getId).doesNotContain("intruder");
        assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").list())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"engine", "engine/default/task", "engine/default/deployment/create", ""})
    void thereIsNoOtherInterfaceOfTheEngine(String path) {
        Webapp admin = Webapp.of(floor, "admin");

        for (String method : List.of("GET", "POST")) {
            assertThat(admin.send(method, "/engine-rest/" + path, "{}").status())
                    .isEqualTo(404);
            assertThat(admin.send(method, "/rest/" + path, "{}").status()).isEqualTo(404);
        }
    }

    private String definition() {
        return models.createProcessDefinitionQuery()
                .processDefinitionKey("genai-clearance")
                .latestVersion()
                .singleResult()
                .getId();
    }

    private String process(String number) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .map(instance -> instance.getId())
                .findFirst()
                .orElse("any");
    }

    private List<String> deployed() {
        return models.createDeploymentQuery().list().stream()
                .map(deployment -> deployment.getId())
                .sorted()
                .toList();
    }
}
