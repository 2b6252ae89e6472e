package org.clearancedesk.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.clearancedesk.engine.ModelReferences.Reference;
import org.clearancedesk.people.DeskGroup;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * Looks up everything that the deployed models refer to, in each version that is the latest or that cases still run on:
 * delegates, forms, decisions, groups and messages. A case must not find out in the middle of its road.
 */
@Component
public class SelfCheck {

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final IdentityService identity;
    private final ListableBeanFactory beans;

    public SelfCheck(
            RepositoryService repository, RuntimeService runtime, IdentityService identity, ListableBeanFactory beans) {
        this.repository = repository;
        this.runtime = runtime;
        this.identity = identity;
        this.beans = beans;
    }

    /** @return a sentence for each thing that is not there */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (String process : Models.PROCESSES) {
            if (latest(process) == 0) {
                missing.add("The process %s is not deployed.".formatted(process));
            }
        }
        inUse().values().forEach(definition -> check(definition, missing));
        return List.copyOf(missing);
    }

    private long latest(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .count();
    }

    private Map<String, ProcessDefinition> inUse() {
        Map<String, ProcessDefinition> definitions = new LinkedHashMap<>();
        repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .list()
                .forEach(latest -> definitions.put(latest.getId(), latest));
        for (ProcessDefinition each : repository.createProcessDefinitionQuery().list()) {
            if (!definitions.containsKey(each.getId())
                    && runtime.createProcessInstanceQuery()
                                    .processDefinitionId(each.getId())
                                    .count()
                            > 0) {
                definitions.put(each.getId(), each);
            }
        }
        return definitions;
    }

    private void check(ProcessDefinition definition, List<String> missing) {
        Set<String> resources = new HashSet<>(repository.getDeploymentResourceNames(definition.getDeploymentId()));
        for (Reference reference : ModelReferences.of(repository.getBpmnModelInstance(definition.getId()))) {
            boolean isThere =
                    switch (reference.kind()) {
                        case DELEGATE, LISTENER_OF_TASK, LISTENER ->
                            beans.containsBean(reference.name())
                                    && beans.isTypeMatch(
                                            reference.name(), reference.kind().type());
                        case FORM -> resources.contains(reference.name());
                        case DECISION ->
                            repository
                                            .createDecisionDefinitionQuery()
                                            .decisionDefinitionKey(reference.name())
                                            .deploymentId(definition.getDeploymentId())
                                            .count()
                                    == 1;
                        case GROUP -> groupIsThere(reference.name());
                        case MESSAGE -> Models.MESSAGES.contains(reference.name());
                    };
            if (!isThere) {
                missing.add("%s, version %d: %s needs the %s “%s”, which is not there."
                        .formatted(
                                definition.getKey(),
                                definition.getVersion(),
                                reference.step(),
                                reference.kind().word(),
                                reference.name()));
            }
        }
    }

    private boolean groupIsThere(String group) {
        return identity.createGroupQuery().groupId(group).count() == 1 && DeskGroup.isKnown(group);
    }
}
