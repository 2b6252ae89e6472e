package org.clearancedesk.engine.hardening;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveGroupCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.management.MetricsQuery;
import org.camunda.bpm.engine.query.Query;
import org.clearancedesk.engine.webapp.EngineErrorFilter;
import org.clearancedesk.engine.webapp.RefusalFilter;
import org.clearancedesk.people.RefusedAttempt;
import org.clearancedesk.people.RefusedAttempts;
import org.jspecify.annotations.Nullable;

/**
 * Tells what fails while the engine works from what it finds wrong in a call before it begins, or in the search that is asked
 * for; its interface calls all of them failures. What the desk itself refuses keeps its sentence.
 */
final class CommandFailures extends CommandInterceptor {

    /**
     * SQL states of H2 and PostgreSQL for values that do not fit where they stand, and for what the engine cannot put into
     * words: a few of its searches contradict themselves in one statement only.
     */
    private static final Pattern VALUES = Pattern.compile("22...|23505|42000|42001|42601|42703|42S22");

    private static final String UNFITTING =
            "One of the fields is too long, holds what the desk cannot keep, or is there already. Please look at them again.";
    private static final String ODD_NAME =
            "The name of an account has letters, digits and “._@+-”, that of a group letters, digits and “-”; neither has blanks.";
    private static final String NO_SUCH_STEP = "There is no such step any more: it was done, or its request is over.";

    private static final String OTHER_TASK =
            "Of a task only its dates change here, and to dates that there are; it is given to somebody by “assign”.";

    private static final Set<Class<?>> TRIPPED =
            Set.of(NullPointerException.class, IllegalArgumentException.class, ClassCastException.class);
    private static final String ENGINE = "org.camunda.";
    private static final String DESK = "org.clearancedesk.";

    private final RefusedAttempts attempts;

    CommandFailures(RefusedAttempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (BadUserRequestException refused) {
            if (isOfTheDesk(refused) && refused.getMessage() != null) {
                RefusalFilter.remember(refused.getMessage());
                if (isSearch(command) || command instanceof SaveFilterCmd) {
                    // No page of the webapp asks for an expression or for so much.
                    attempts.record(RefusedAttempt.Kind.NOT_ALLOWED, null);
                }
            }
            throw refused;
        } catch (RuntimeException failure) {
            if (failure instanceof NullValueException || (isSearch(command) && isAskedWrongly(failure))) {
                EngineErrorFilter.isTheirs();
            } else if (isTyped(command) && isAskedWrongly(failure)) {
                RefusalFilter.remember(sentence(command, failure));
                EngineErrorFilter.isTheirs();
            } else {
                EngineErrorFilter.isInside();
            }
            throw failure;
        }
    }

    private static boolean isOfTheDesk(BadUserRequestException refused) {
        StackTraceElement[] places = refused.getStackTrace();
        return places.length > 0 && places[0].getClassName().startsWith(DESK);
    }

    private static boolean isSearch(Command<?> command) {
        return command instanceof Query<?, ?>
                || command instanceof MetricsQuery
                || command instanceof AbstractQuery<?, ?>
                || command instanceof AbstractExecuteFilterCmd;
    }

    /** Keeps what an administrator typed. */
    private static boolean isTyped(Command<?> command) {
        return command instanceof SaveUserCmd
                || command instanceof SaveGroupCmd
                || command instanceof SaveFilterCmd
                || command instanceof SaveTaskCmd
                || command instanceof CreateMembershipCmd
                || command instanceof SetJobRetriesCmd;
    }

    private static String sentence(Command<?> command, RuntimeException failure) {
        if (isOfTheValues(failure)) {
            return UNFITTING;
        }
        if (command instanceof SaveTaskCmd) {
            return OTHER_TASK;
        }
        return command instanceof SetJobRetriesCmd ? NO_SUCH_STEP : ODD_NAME;
    }

    private static boolean isAskedWrongly(RuntimeException failure) {
        return (failure.getClass() == ProcessEngineException.class && failure.getCause() == null)
                || isOfTheValues(failure)
                || isTrippedOver(failure);
    }

    /** What the engine itself makes nothing of; where the desk had a part in it, the desk failed. */
    private static boolean isTrippedOver(RuntimeException failure) {
        return TRIPPED.contains(failure.getClass())
                && Arrays.stream(failure.getStackTrace())
                        .map(StackTraceElement::getClassName)
                        .filter(place -> place.startsWith(DESK) || place.startsWith(ENGINE))
                        .findFirst()
                        .map(place -> place.startsWith(ENGINE))
                        .orElse(false);
    }

    private static boolean isOfTheValues(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && VALUES.matcher(sql.getSQLState()).matches()) {
                return true;
            }
        }
        return false;
    }
}
