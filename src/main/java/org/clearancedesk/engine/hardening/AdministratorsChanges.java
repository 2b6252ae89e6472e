package org.clearancedesk.engine.hardening;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cmd.AbstractSetJobsRetriesBatchCmd;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.SaveGroupCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobListener;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.clearancedesk.engine.webapp.RefusalFilter;
import org.clearancedesk.people.RefusedAttempt;
import org.clearancedesk.people.RefusedAttempts;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what administrators need, and leaves out of it what would lead a case past its process: a failed job is tried
 * again and no date is moved, a task gets another due date and no other name, nobody puts themselves into a group, and no
 * account administers the desk and has a say in cases.
 */
final class AdministratorsChanges extends CommandInterceptor {

    private static final PrivateField<SaveTaskCmd, TaskEntity> SAVED =
            new PrivateField<>(SaveTaskCmd.class, "task", TaskEntity.class);
    private static final PrivateField<SaveGroupCmd, Group> GROUP =
            new PrivateField<>(SaveGroupCmd.class, "group", Group.class);
    private static final PrivateField<ExecuteJobsCmd, String> EXECUTED =
            new PrivateField<>(ExecuteJobsCmd.class, "jobId", String.class);
    private static final PrivateField<FailedJobListener, JobFailureCollector> FAILED =
            new PrivateField<>(FailedJobListener.class, "jobFailureCollector", JobFailureCollector.class);
    private static final PrivateField<SetJobRetriesCmd, String> RETRIED =
            new PrivateField<>(SetJobRetriesCmd.class, "jobId", String.class);

    @SuppressWarnings("rawtypes")
    private static final PrivateField<SetJobRetriesCmd, List> RETRIED_ALL =
            new PrivateField<>(SetJobRetriesCmd.class, "jobIds", List.class);

    private static final PrivateField<SetJobRetriesCmd, Boolean> MOVES =
            new PrivateField<>(SetJobRetriesCmd.class, "isDueDateSet", boolean.class);
    private static final PrivateField<SetJobRetriesCmd, Integer> RETRIES =
            new PrivateField<>(SetJobRetriesCmd.class, "retries", int.class);
    private static final PrivateField<AbstractSetJobsRetriesBatchCmd, Boolean> ALL_MOVE =
            new PrivateField<>(AbstractSetJobsRetriesBatchCmd.class, "isDueDateSet", boolean.class);
    private static final PrivateField<AbstractSetJobsRetriesBatchCmd, Integer> ALL_RETRIES =
            new PrivateField<>(AbstractSetJobsRetriesBatchCmd.class, "retries", int.class);
    private static final PrivateField<CreateMembershipCmd, String> JOINS =
            new PrivateField<>(CreateMembershipCmd.class, "userId", String.class);
    private static final PrivateField<CreateMembershipCmd, String> JOINED =
            new PrivateField<>(CreateMembershipCmd.class, "groupId", String.class);
    private static final PrivateField<DeleteMembershipCmd, String> LEAVES =
            new PrivateField<>(DeleteMembershipCmd.class, "userId", String.class);

    private static final PrivateField<DeleteMembershipCmd, String> LEFT =
            new PrivateField<>(DeleteMembershipCmd.class, "groupId", String.class);

    private static final Set<String> DATES = Set.of(TaskEntity.DUE_DATE, TaskEntity.FOLLOW_UP_DATE);

    private static final String RENAMED = "Of a task only its dates change here; it is given to somebody by “assign”.";
    private static final String NOT_FAILED = "Only what has failed is tried again; everything else has its time.";
    private static final String MOVED =
            "A failed job gets new tries; its date is not moved, and its tries are not taken.";
    private static final String ELSEWHERE = "Who is in which group is said at the studio's sign-in.";
    private static final String OWN = "Somebody else has to change the groups that you are in.";

    private final boolean groupsAreOurs;
    private final AccountRules rules;
    private final MembershipRules memberships;
    private final RefusedAttempts attempts;

    AdministratorsChanges(
            boolean groupsAreOurs, AccountRules rules, MembershipRules memberships, RefusedAttempts attempts) {
        this.groupsAreOurs = groupsAreOurs;
        this.rules = rules;
        this.memberships = memberships;
        this.attempts = attempts;
    }

    @Override
    public <T> @Nullable T execute(Command<T> command) {
        Authentication person = Context.getCommandContext().getAuthentication();
        String refusal = person == null || person.getUserId() == null ? null : refusal(command, person.getUserId());
        if (refusal != null) {
            attempts.record(RefusedAttempt.Kind.NOT_ALLOWED, null);
            RefusalFilter.remember(refusal);
            throw new BadUserRequestException(refusal);
        }
        if (command instanceof FailedJobListener failed && isOurRefusal(FAILED.of(failed))) {
            // What was not tried has not failed, and loses none of its tries.
            return null;
        }
        return next.execute(command);
    }

    private @Nullable String refusal(Command<?> command, String person) {
        if (command instanceof SaveTaskCmd save) {
            TaskEntity task = SAVED.of(save);
            return task != null && DATES.containsAll(task.getPropertyChanges().keySet()) ? null : RENAMED;
        }
        if (command instanceof ExecuteJobsCmd execute) {
            return isAhead(EXECUTED.of(execute)) ? NOT_FAILED : null;
        }
        if (command instanceof SetJobRetriesCmd retry) {
            return retried(retry);
        }
        if (command instanceof AbstractSetJobsRetriesBatchCmd retry) {
            return movesOrEnds(ALL_MOVE.of(retry), ALL_RETRIES.of(retry)) ? MOVED : null;
        }
        if (command instanceof SaveGroupCmd save && GROUP.of(save) instanceof GroupEntity group) {
            return rules.group(group).orElse(null);
        }
        if (command instanceof CreateMembershipCmd join) {
            String refused = membership(JOINS.of(join), person);
            return refused != null
                    ? refused
                    : memberships.joining(JOINS.of(join), JOINED.of(join)).orElse(null);
        }
        if (command instanceof DeleteMembershipCmd leave) {
            String refused = membership(LEAVES.of(leave), person);
            return refused != null
                    ? refused
                    : memberships
                            .leaving(LEAVES.of(leave), LEFT.of(leave), person)
                            .orElse(null);
        }
        return null;
    }

    private static boolean isOurRefusal(@Nullable JobFailureCollector failed) {
        return failed != null
                && failed.getFailure() instanceof BadUserRequestException refused
                && NOT_FAILED.equals(refused.getMessage());
    }

    /** A whole definition gives new tries to none but those that have none left. */
    private static @Nullable String retried(SetJobRetriesCmd retry) {
        Integer tries = RETRIES.of(retry);
        if (tries == null || movesOrEnds(MOVES.of(retry), tries)) {
            return MOVED;
        }
        List<?> many = RETRIED_ALL.of(retry);
        List<JobEntity> jobs = Stream.concat(
                        Stream.ofNullable(RETRIED.of(retry)), many == null ? Stream.empty() : many.stream())
                .map(id -> Context.getCommandContext().getJobManager().findJobById((String) id))
                .filter(job -> job != null && job.getRetries() > 0)
                .toList();
        if (jobs.stream().anyMatch(job -> job.getExceptionByteArrayId() == null)) {
            return NOT_FAILED;
        }
        return jobs.stream().anyMatch(job -> job.getRetries() > tries) ? MOVED : null;
    }

    private static boolean movesOrEnds(@Nullable Boolean moves, @Nullable Integer retries) {
        return Boolean.TRUE.equals(moves) || retries == null || retries < 1;
    }

    private @Nullable String membership(@Nullable String member, String person) {
        if (!groupsAreOurs) {
            return ELSEWHERE;
        }
        return person.equals(member) ? OWN : null;
    }

    /** A timer that has not failed waits for its day. */
    private static boolean isAhead(@Nullable String id) {
        JobEntity job =
                id == null ? null : Context.getCommandContext().getJobManager().findJobById(id);
        return job instanceof TimerEntity && job.getRetries() > 0 && job.getExceptionByteArrayId() == null;
    }
}
