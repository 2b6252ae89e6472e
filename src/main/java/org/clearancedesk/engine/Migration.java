package org.clearancedesk.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstructionsBuilder;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Brings the cases that are under way to the newest model at the start. Under the same version tag the steps are the same ones;
 * to another tag there has to be a {@link MigrationRule}. A case that cannot pass stays with the model that it began with, and the
 * log says so; one that is just between two steps can pass a moment later.
 */
@Component
public class Migration {

    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);

    private static final int PAGE = 500;

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final List<MigrationRule> passages;

    public Migration(RepositoryService repository, RuntimeService runtime, ObjectProvider<MigrationRule> passages) {
        this.repository = repository;
        this.runtime = runtime;
        this.passages = passages.stream().toList();
    }

    /** Once they are there, a second time finds nothing to do. */
    public void run() {
        for (String process : List.of(Models.PROCESS, Models.APPROVAL_PROCESS, Models.NOTICE_PROCESS)) {
            List<ProcessDefinition> versions = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(process)
                    .orderByProcessDefinitionVersion()
                    .desc()
                    .list();
            ProcessDefinition newest = versions.get(0);
            versions.stream().skip(1).forEach(old -> move(old, newest));
        }
    }

    private void move(ProcessDefinition old, ProcessDefinition newest) {
        long underWay = ofModel(old).count();
        if (underWay == 0) {
            return;
        }
        Optional<Map<String, String>> renamed = passage(old, newest);
        if (renamed.isEmpty()) {
            LOG.warn(
                    "{} of {} stay with version {}: no passage leads from there to version {}.",
                    underWay,
                    old.getKey(),
                    named(old),
                    named(newest));
            return;
        }
        long moved =
                plan(old, newest, renamed.get()).map(plan -> moveAll(old, plan)).orElse(0L);
        LOG.info(
                "{} of {} under way went on from version {} to version {}.",
                moved,
                old.getKey(),
                named(old),
                named(newest));
    }

    /** Page by page; those that cannot pass stay in the list, and the next page begins behind them. */
    private long moveAll(ProcessDefinition old, MigrationPlan plan) {
        long moved = 0;
        int stuck = 0;
        List<ProcessInstance> page = ofModel(old).listPage(stuck, PAGE);
        while (!page.isEmpty()) {
            for (ProcessInstance instance : page) {
                if (isMoved(instance, plan)) {
                    moved++;
                } else {
                    stuck++;
                }
            }
            page = ofModel(old).listPage(stuck, PAGE);
        }
        return moved;
    }

    private ProcessInstanceQuery ofModel(ProcessDefinition model) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionId(model.getId())
                .orderByProcessInstanceId()
                .asc();
    }

    private Optional<Map<String, String>> passage(ProcessDefinition old, ProcessDefinition newest) {
        String from = String.valueOf(old.getVersionTag());
        String to = String.valueOf(newest.getVersionTag());
        return from.equals(to)
                ? Optional.of(Map.of())
                : passages.stream()
                        .filter(each -> each.process().equals(old.getKey())
                                && each.from().equals(from)
                                && each.to().equals(to))
                        .map(MigrationRule::renamed)
                        .findFirst();
    }

    private Optional<MigrationPlan> plan(ProcessDefinition old, ProcessDefinition newest, Map<String, String> renamed) {
        try {
            MigrationInstructionsBuilder plan =
                    runtime.createMigrationPlan(old.getId(), newest.getId()).mapEqualActivities();
            renamed.forEach(plan::mapActivities);
            return Optional.of(plan.build());
        } catch (ProcessEngineException impossible) {
            LOG.error(
                    "The passage from {} to {} does not hold: {}", named(old), named(newest), impossible.getMessage());
            return Optional.empty();
        }
    }

    /** Each in a transaction of its own: one that cannot pass holds up no other. */
    private boolean isMoved(ProcessInstance instance, MigrationPlan plan) {
        try {
            runtime.newMigration(plan)
                    .processInstanceIds(instance.getId())
                    .skipCustomListeners()
                    .skipIoMappings()
                    .execute();
            return true;
        } catch (ProcessEngineException stuck) {
            LOG.warn(
                    "{} stays with the model that it began with for now, and is tried again within the hour: {}",
                    instance.getBusinessKey(),
                    stuck.getMessage());
            return false;
        }
    }

    private static String named(ProcessDefinition model) {
        return "%s (%d)".formatted(model.getVersionTag(), model.getVersion());
    }
}
