package org.clearancedesk.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.clearancedesk.engine.Grants;
import org.clearancedesk.people.DeskGroup;
import org.springframework.stereotype.Component;

/** Makes the lists that Tasklist shows on its left, where they are absent: the same five for everybody. */
@Component
class TaskFilters {

    private static final List<Map<String, String>> ON_THE_CARDS = List.of(
            Map.of("name", CaseVariable.TITLE.id(), "label", "Title"),
            Map.of("name", CaseVariable.PRODUCTION.id(), "label", "Production"),
            Map.of("name", CaseVariable.ASKED_FOR.id(), "label", "Guidelines"));

    private final TaskService tasks;
    private final FilterService filters;
    private final Grants grants;

    TaskFilters(TaskService tasks, FilterService filters, Grants grants) {
        this.tasks = tasks;
        this.filters = filters;
        this.grants = grants;
    }

    void make() {
        create("To do", "What you hold and what anybody of your groups can take", -50, mineOrOfMyGroups());
        create("My tasks", "Tasks that you have taken", -40, mine());
        create("My group's tasks", "Tasks that anybody of your groups can take", -30, ofMyGroups());
        create(
                "Due soon",
                "Due within two days",
                -20,
                mineOrOfMyGroups().dueBeforeExpression("${dateTime().plusDays(2)}"));
        create(
                "Overdue",
                "Should have been done by now",
                -10,
                mineOrOfMyGroups().dueBeforeExpression("${now()}"));
    }

    private TaskQuery mine() {
        return query().taskAssigneeExpression("${currentUser()}");
    }

    private TaskQuery ofMyGroups() {
        return query().taskCandidateGroupInExpression("${currentUserGroups()}");
    }

    private TaskQuery mineOrOfMyGroups() {
        return query().or()
                .taskAssigneeExpression("${currentUser()}")
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .endOr();
    }

    private TaskQuery query() {
        return tasks.createTaskQuery()
                .orderByDueDate()
                .asc()
                .orderByTaskCreateTime()
                .asc();
    }

    private void create(String name, String description, int priority, TaskQuery query) {
        if (filters.createFilterQuery().filterName(name).count() > 0) {
            return;
        }
        Filter filter = filters.newTaskFilter(name)
                .setQuery(query)
                .setProperties(Map.of(
                        "description",
                        description,
                        "priority",
                        priority,
                        "color",
                        "#3d5a73",
                        "refresh",
                        true,
                        "showUndefinedVariable",
                        false,
                        "variables",
                        ON_THE_CARDS));
        filters.saveFilter(filter);
        for (DeskGroup group : DeskGroup.values()) {
            grants.grant(group, Resources.FILTER, filter.getId(), Permissions.READ);
        }
    }
}
