package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.clearancedesk.engine.Models;
import org.clearancedesk.engine.SelfCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;

@Operated
class ModelsThatLeadIntoNothingTest {

    private final Desk desk;
    private final HealthEndpoint health;
    private final SelfCheck check;
    private final RepositoryService repository;
    private final IdentityService identity;

    ModelsThatLeadIntoNothingTest(
            Desk desk, HealthEndpoint health, SelfCheck check, RepositoryService repository, IdentityService identity) {
        this.desk = desk;
        this.health = health;
        this.check = check;
        this.repository = repository;
        this.identity = identity;
    }

    @AfterEach
    void onlyTheDesksOwnModelsAreLeft() {
        repository
                .createDeploymentQuery()
                .deploymentName("broken")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void whatIsDeployedMissesNothing() {
        assertThat(check.missing()).isEmpty();
    }

    @Test
    void aFormThatIsGoneMakesTheDeskUnreadyAndIsNamed() throws IOException {
        Deployment broken = deployWithoutForm("forms/review-legal-exposure.html");

        assertThat(check.missing())
                .singleElement()
                .asString()
                .startsWith("genai-clearance, version ")
                .endsWith("reviewLegalExposure needs the form “forms/review-legal-exposure.html”, which is not there.");
        assertThat(health.healthForPath("readiness").getStatus()).isEqualTo(Status.DOWN);

        repository.deleteDeployment(broken.getId(), true);
        assertThat(health.healthForPath("readiness").getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aProcessThatIsNotDeployedIsNamed() throws IOException {
        ProcessDefinition checkpoints = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(Models.CHECKPOINT_PROCESS)
                .singleResult();
        try (InputStream model =
                repository.getResourceAsStream(checkpoints.getDeploymentId(), checkpoints.getResourceName())) {
            repository.deleteProcessDefinition(checkpoints.getId(), true);
            try {
                assertThat(check.missing())
                        .singleElement()
                        .asString()
                        .isEqualTo("The process take-checkpoint is not deployed.");
            } finally {
                repository
                        .createDeployment()
                        .name("mended")
                        .addInputStream(checkpoints.getResourceName(), model)
                        .deploy();
            }
        }
        assertThat(check.missing()).isEmpty();
    }

    @Test
    void anOldVersionIsLookedAtAsLongAsACaseRunsOnIt() throws IOException {
        deployWithoutForm("forms/review-legal-exposure.html");
        desk.requester.asksFor(Use.keyVisual());
        Deployment mended = deploy(Map.of());

        assertThat(check.missing()).singleElement().asString().contains("review-legal-exposure.html");

        desk.requester.withdraws("The story is over.");
        assertThat(check.missing()).isEmpty();
        repository.deleteDeployment(mended.getId(), true);
    }

    @Test
    void everyDelegateAndListenerIsLookedUp() {
        SelfCheck inAnEmptyHouse = new SelfCheck(repository, desk.runtime, identity, new DefaultListableBeanFactory());

        List<String> missing = inAnEmptyHouse.missing();

        assertThat(missing)
                .anySatisfy(sentence ->
                        assertThat(sentence).contains("issueWrittenApproval needs the delegate “issueWrittenApproval”"))
                .anySatisfy(sentence -> assertThat(sentence).contains("sendNotice needs the delegate “sendNotice”"))
                .anySatisfy(sentence -> assertThat(sentence).contains("amendRequest needs the listener “amendRequest”"))
                .anySatisfy(sentence -> assertThat(sentence).contains("triageAgainstGuidelines needs the listener"))
                .noneSatisfy(sentence -> assertThat(sentence).contains("form"));
    }

    @Test
    void aGroupThatIsGoneIsNamed() {
        Group legal = identity.createGroupQuery().groupId("legal").singleResult();
        identity.deleteGroup("legal");
        try {
            assertThat(check.missing())
                    .isNotEmpty()
                    .allSatisfy(sentence -> assertThat(sentence).contains("needs the group “legal”"))
                    .anySatisfy(sentence -> assertThat(sentence).contains("reviewLegalExposure"));
        } finally {
            Group again = identity.newGroup("legal");
            again.setName(legal.getName());
            again.setType(legal.getType());
            identity.saveGroup(again);
            identity.createMembership("legal", "legal");
        }
    }

    private Deployment deployWithoutForm(String form) throws IOException {
        return deploy(Map.of(form, ""));
    }

    /** The models as they are, without some of their resources. */
    private Deployment deploy(Map<String, String> without) throws IOException {
        var deployment = repository.createDeployment().name("broken");
        String current = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(Models.PROCESS)
                .orderByProcessDefinitionVersion()
                .asc()
                .listPage(0, 1)
                .get(0)
                .getDeploymentId();
        for (String resource : repository.getDeploymentResourceNames(current)) {
            if (!without.containsKey(resource) && !resource.contains("send-notice")) {
                try (InputStream content = repository.getResourceAsStream(current, resource)) {
                    String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
                    deployment.addString(resource, text);
                }
            }
        }
        return deployment.deploy();
    }
}
