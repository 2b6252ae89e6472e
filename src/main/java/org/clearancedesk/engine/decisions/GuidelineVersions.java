package org.clearancedesk.engine.decisions;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.clearancedesk.engine.Models;
import org.springframework.stereotype.Component;

/** Tells which version of the guidelines was deployed with a version of the process; neither ever changes. */
@Component
public class GuidelineVersions {

    private final RepositoryService repository;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    GuidelineVersions(RepositoryService repository) {
        this.repository = repository;
    }

    public String usedBy(String processDefinitionId) {
        return known.computeIfAbsent(processDefinitionId, this::lookUp);
    }

    private String lookUp(String processDefinitionId) {
        DecisionDefinition decision = repository
                .createDecisionDefinitionQuery()
                .deploymentId(
                        repository.getProcessDefinition(processDefinitionId).getDeploymentId())
                .decisionDefinitionKey(Models.DECISION)
                .singleResult();
        return decision.getVersionTag();
    }
}
