package org.clearancedesk.engine.hardening;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;

/**
 * Tells a list of tasks that holds, by its own conditions, only what its reader has taken or what is open to the reader's
 * groups: the engine grants the reading of a task together with either.
 */
final class OwnTaskQuery {

    private static final TaskQueryImpl BLANK = new TaskQueryImpl();

    private static final Set<String> OF_ITS_READER = Set.of("assignee", "candidateGroup", "candidateGroups");

    private static final Set<String> NO_CONDITIONS =
            Set.of("queries", "isOrQueryActive", "cachedCandidateGroups", "cachedUserGroups");

    /** Whatever a later engine adds counts among them. */
    private static final List<Field> OTHER_CONDITIONS = Arrays.stream(TaskQueryImpl.class.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .filter(field -> !OF_ITS_READER.contains(field.getName()) && !NO_CONDITIONS.contains(field.getName()))
            .peek(field -> field.setAccessible(true))
            .toList();

    private OwnTaskQuery() {}

    /** The first part and each of the others have to hold for a task; in the others, one condition is enough. */
    static boolean ofItsReader(TaskQueryImpl query, @Nullable Authentication reader) {
        if (reader == null || reader.getUserId() == null) {
            return false;
        }
        List<TaskQueryImpl> parts = query.getQueries();
        return takenBy(parts.get(0), reader)
                || openTo(parts.get(0), reader)
                || parts.stream().skip(1).anyMatch(part -> nothingButTheirs(part, reader));
    }

    private static boolean nothingButTheirs(TaskQueryImpl part, Authentication reader) {
        if (!OTHER_CONDITIONS.stream().allMatch(condition -> blank(condition, part))) {
            return false;
        }
        boolean taken = takenBy(part, reader);
        boolean open = openTo(part, reader);
        return (taken || part.getAssignee() == null) && (open || part.getCandidateGroups() == null) && (taken || open);
    }

    private static boolean takenBy(TaskQueryImpl part, Authentication reader) {
        return reader.getUserId().equals(part.getAssignee());
    }

    private static boolean openTo(TaskQueryImpl part, Authentication reader) {
        if (part.getCandidateUser() != null || part.getCandidateGroupLike() != null || part.isIncludeAssignedTasks()) {
            return false;
        }
        List<String> groups = part.getCandidateGroups();
        return groups != null
                && !groups.isEmpty()
                && reader.getGroupIds() != null
                && reader.getGroupIds().containsAll(groups);
    }

    private static boolean blank(Field condition, TaskQueryImpl part) {
        try {
            return Objects.deepEquals(condition.get(part), condition.get(BLANK));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
