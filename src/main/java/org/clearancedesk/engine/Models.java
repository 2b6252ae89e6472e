package org.clearancedesk.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models and their forms as one versioned thing before the first request comes in. Names are stable, and a
 * start without a change deploys nothing.
 */
@Component
public class Models {

    public static final String PROCESS = "genai-clearance";
    public static final String APPROVAL_PROCESS = "approval-in-force";
    public static final String NOTICE_PROCESS = "send-notice";
    public static final String CHECKPOINT_PROCESS = "take-checkpoint";

    /** What the desk cannot do without. */
    static final List<String> PROCESSES = List.of(PROCESS, APPROVAL_PROCESS, NOTICE_PROCESS, CHECKPOINT_PROCESS);

    public static final String DECISION = "guidelineTriage";
    public static final String WITHDRAWN_MESSAGE = "request withdrawn";
    public static final String HELD_MESSAGE = "approval held";
    public static final String REVOKED_MESSAGE = "approval revoked";
    public static final String SUPERSEDED_MESSAGE = "approval superseded";

    /** What the desk sends to running cases. */
    static final Set<String> MESSAGES = Set.of(WITHDRAWN_MESSAGE, HELD_MESSAGE, REVOKED_MESSAGE, SUPERSEDED_MESSAGE);

    private static final String NAME = "clearance-desk";
    private static final Logger LOG = LoggerFactory.getLogger(Models.class);

    private final RepositoryService repository;
    private final ManagementService management;

    Models(RepositoryService repository, ManagementService management) {
        this.repository = repository;
        this.management = management;
    }

    public void deploy() {
        // All or nothing: a decision is found by the deployment of the process that asks for it.
        DeploymentBuilder deployment = repository.createDeployment().name(NAME).enableDuplicateFiltering(false);
        try {
            PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
            for (String folder : new String[] {"bpmn", "forms"}) {
                for (Resource resource : resources.getResources("classpath:/" + folder + "/*")) {
                    String name = folder + "/" + resource.getFilename();
                    byte[] content = name.endsWith(".bpmn")
                            ? StepListeners.attachTo(resource.getContentAsString(UTF_8))
                                    .getBytes(UTF_8)
                            : resource.getContentAsByteArray();
                    deployment.addInputStream(name, new ByteArrayInputStream(content));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The models cannot be read.", e);
        }
        LOG.info("Models in force: deployment {}", deployment.deploy().getId());
        // Cases stay with the models that they began with; their jobs are this desk's too.
        repository.createDeploymentQuery().deploymentName(NAME).list().stream()
                .map(Deployment::getId)
                .forEach(management::registerDeploymentForJobExecutor);
    }

    /**
     * Reads every model that a case may run on. The engine would do so when the first case asks for it, and a connection that
     * breaks in that moment would leave it with half a model until the next start.
     */
    public void read() {
        repository
                .createProcessDefinitionQuery()
                .list()
                .forEach(model -> repository.getProcessDefinition(model.getId()));
    }
}
