package org.clearancedesk.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.clearancedesk.engine.Migration;
import org.clearancedesk.engine.MigrationRule;
import org.clearancedesk.engine.Models;
import org.clearancedesk.engine.StepListeners;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The models of a version that is not there yet: one step of the process has another name, and the tag is another one. Two
 * steps that people do are worded better, under the names that they had.
 */
final class NextModel {

    private static final String TAG = "next";

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final String now;

    NextModel(RepositoryService repository, RuntimeService runtime) {
        this.repository = repository;
        this.runtime = runtime;
        this.now = newest(Models.PROCESS).getVersionTag();
    }

    /** Each time it is deployed it is a new version under the same tag. */
    void deploy() throws IOException {
        DeploymentBuilder deployment = repository.createDeployment().name(TAG);
        PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
        for (String folder : List.of("bpmn", "forms")) {
            for (Resource resource : resources.getResources("classpath:/" + folder + "/*")) {
                String text = resource.getContentAsString(StandardCharsets.UTF_8);
                boolean changes = text.contains("id=\"" + Models.PROCESS + "\"");
                String name = folder + "/" + resource.getFilename();
                String next = changes
                        ? text.replace(
                                        "camunda:versionTag=\"%s\"".formatted(now),
                                        "camunda:versionTag=\"%s\"".formatted(TAG))
                                .replace("\"sendRefusal\"", "\"sendTheRefusal\"")
                                .replace("name=\"Confirm consent\"", "name=\"Say what they agreed to\"")
                        : text.replace("name=\"Fulfil condition\"", "name=\"Do what was asked\"");
                deployment.addString(name, name.endsWith(".bpmn") ? StepListeners.attachTo(next) : next);
            }
        }
        deployment.deploy();
    }

    Migration migration() {
        return migration(new MigrationRule(Models.PROCESS, now, TAG, Map.of("sendRefusal", "sendTheRefusal")));
    }

    Migration migrationWithoutPassage() {
        return migration(new MigrationRule[0]);
    }

    ProcessDefinition newest(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
    }

    private Migration migration(MigrationRule... passages) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        for (MigrationRule migrationRule : passages) {
            beans.registerSingleton(migrationRule.from(), migrationRule);
        }
        return new Migration(repository, runtime, beans.getBeanProvider(MigrationRule.class));
    }
}
