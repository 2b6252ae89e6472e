package org.clearancedesk.engine.hardening;

import java.util.Map;
import java.util.Map.Entry;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.clearancedesk.engine.webapp.RefusalFilter;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.people.RefusedAttempt;
import org.clearancedesk.people.RefusedAttempts;
import org.jspecify.annotations.Nullable;

/**
 * Lets in, at the start of a process and at each of its steps, the variables that are asked for there and no others, and
 * lets a person answer only what they have claimed.
 */
final class VariableGuard extends CommandInterceptor {

    private static final PrivateField<ClaimTaskCmd, String> CLAIMED =
            new PrivateField<>(ClaimTaskCmd.class, "taskId", String.class);
    private static final PrivateField<ClaimTaskCmd, String> CLAIMED_FOR =
            new PrivateField<>(ClaimTaskCmd.class, "userId", String.class);
    private static final PrivateField<CompleteTaskCmd, String> COMPLETED =
            new PrivateField<>(CompleteTaskCmd.class, "taskId", String.class);

    @SuppressWarnings("rawtypes")
    private static final PrivateField<CompleteTaskCmd, Map> COMPLETED_WITH =
            new PrivateField<>(CompleteTaskCmd.class, "variables", Map.class);

    private static final PrivateField<SubmitTaskFormCmd, String> ANSWERED =
            new PrivateField<>(SubmitTaskFormCmd.class, "taskId", String.class);
    private static final PrivateField<SubmitTaskFormCmd, VariableMap> ANSWERED_WITH =
            new PrivateField<>(SubmitTaskFormCmd.class, "properties", VariableMap.class);
    private static final PrivateField<SubmitStartFormCmd, String> SENT =
            new PrivateField<>(SubmitStartFormCmd.class, "processDefinitionId", String.class);
    private static final PrivateField<SubmitStartFormCmd, VariableMap> SENT_WITH =
            new PrivateField<>(SubmitStartFormCmd.class, "variables", VariableMap.class);
    private static final PrivateField<StartProcessInstanceCmd, ProcessInstantiationBuilderImpl> STARTED =
            new PrivateField<>(
                    StartProcessInstanceCmd.class, "instantiationBuilder", ProcessInstantiationBuilderImpl.class);

    private final StepVariables asked;
    private final RefusedAttempts attempts;

    VariableGuard(StepVariables asked, RefusedAttempts attempts) {
        this.asked = asked;
        this.attempts = attempts;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof ResolveTaskCmd || command instanceof DelegateTaskCmd) {
            throw refusal("", BlockedRoute.ROAD, null);
        } else if (command instanceof ClaimTaskCmd claim) {
            requireFree(CLAIMED.of(claim), CLAIMED_FOR.of(claim));
        } else if (command instanceof CompleteTaskCmd complete) {
            requireStep(COMPLETED.of(complete), COMPLETED_WITH.of(complete));
        } else if (command instanceof SubmitTaskFormCmd submit) {
            requireStep(ANSWERED.of(submit), ANSWERED_WITH.of(submit));
        } else if (command instanceof SubmitStartFormCmd submit) {
            requireForm(SENT.of(submit), SENT_WITH.of(submit));
        } else if (command instanceof StartProcessInstanceCmd start) {
            requireStart(STARTED.of(start));
        }
        return next.execute(command);
    }

    /** To claim a task for nobody takes it away from whoever has it. */
    private void requireFree(@Nullable String id, @Nullable String claimer) {
        CommandContext context = Context.getCommandContext();
        TaskEntity task =
                id == null || claimer != null ? null : context.getTaskManager().findTaskById(id);
        Authentication person = context.getAuthentication();
        if (task != null
                && task.getAssignee() != null
                && person != null
                && !task.getAssignee().equals(person.getUserId())) {
            throw refusal("", "Somebody else has this task. Please ask them, or an administrator.", null);
        }
    }

    private void requireStep(@Nullable String id, @Nullable Map<?, ?> given) {
        CommandContext context = Context.getCommandContext();
        TaskEntity task = id == null ? null : context.getTaskManager().findTaskById(id);
        if (task == null) {
            return;
        }
        // What is not theirs to do is refused by the engine, which tells them nothing more.
        context.getProcessEngineConfiguration().getCommandCheckers().forEach(check -> check.checkTaskWork(task));
        ExecutionEntity process = task.getProcessInstance();
        String number = process == null ? null : process.getBusinessKey();
        Authentication person = context.getAuthentication();
        if (person != null && person.getUserId() != null && !person.getUserId().equals(task.getAssignee())) {
            throw refusal("", "Only whoever has claimed this task can answer it. Please claim it first.", number);
        }
        requireAsked(asked.atStep(task.getTaskDefinitionKey()), given, number);
    }

    private void requireForm(@Nullable String definition, @Nullable Map<?, ?> given) {
        CommandContext context = Context.getCommandContext();
        ProcessDefinitionEntity process = definition == null
                ? null
                : context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findDeployedProcessDefinitionById(definition);
        if (process == null) {
            return;
        }
        context.getProcessEngineConfiguration()
                .getCommandCheckers()
                .forEach(check -> check.checkCreateProcessInstance(process));
        if (!process.getKey().equals(asked.form())) {
            throw refusal("", BlockedRoute.ROAD, null);
        }
        requireAsked(asked.atStart(process.getKey()), given, null);
    }

    private void requireStart(@Nullable ProcessInstantiationBuilderImpl start) {
        if (start != null) {
            requireAsked(asked.atStart(keyOf(start)), start.getVariables(), null);
        }
    }

    private static String keyOf(ProcessInstantiationBuilderImpl start) {
        String id = start.getProcessDefinitionId();
        return id == null
                ? start.getProcessDefinitionKey()
                : Context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findDeployedProcessDefinitionById(id)
                        .getKey();
    }

    private void requireAsked(Map<String, Class<?>> askedFor, @Nullable Map<?, ?> given, @Nullable String number) {
        if (given == null) {
            return;
        }
        for (Entry<?, ?> variable : given.entrySet()) {
            String name = String.valueOf(variable.getKey());
            Class<?> type = askedFor.get(name);
            if (type == null) {
                throw refusal(name, "“%s” is not asked for here and cannot be given.".formatted(name), number);
            }
            if (!StepVariables.fits(valueOf(given, name), type)) {
                throw refusal(name, "“%s” is not of the type that is asked for here.".formatted(name), number);
            }
        }
    }

    /** A map of the engine's gives the bare values away when it is gone through. */
    private static @Nullable Object valueOf(Map<?, ?> given, String name) {
        return given instanceof VariableMap typed ? typed.getValueTyped(name) : given.get(name);
    }

    private BadUserRequestException refusal(String field, String sentence, @Nullable String number) {
        attempts.record(RefusedAttempt.Kind.STEP_REFUSED, number);
        RefusalFilter.remember(sentence);
        return new BadUserRequestException(sentence, new BadInput(field, sentence));
    }
}
