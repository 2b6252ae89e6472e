package org.clearancedesk.engine.hardening;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.HistoricProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.query.Query;

/** A search and the searches inside it: the engine checks the outermost and evaluates all of them. */
final class QueryTree {

    private QueryTree() {}

    /** Every expression of a search, at whatever depth. */
    static Stream<String> expressions(Query<?, ?> search) {
        if (inside(search).size() < 2) {
            // Most searches have no other part than themselves.
            return own(search);
        }
        // A part knows the whole it belongs to, so each is visited once.
        Set<Query<?, ?>> visited = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Query<?, ?>> waiting = new ArrayDeque<>(List.of(search));
        while (!waiting.isEmpty()) {
            Query<?, ?> part = waiting.remove();
            if (visited.add(part)) {
                waiting.addAll(inside(part));
            }
        }
        return visited.stream().flatMap(QueryTree::own);
    }

    private static Stream<String> own(Query<?, ?> search) {
        return search instanceof AbstractQuery<?, ?> query ? query.getExpressions().values().stream() : Stream.empty();
    }

    static List<? extends AbstractQuery<?, ?>> inside(Query<?, ?> search) {
        if (search instanceof TaskQueryImpl tasks) {
            return tasks.getQueries();
        }
        if (search instanceof ProcessInstanceQueryImpl instances) {
            return instances.getQueries();
        }
        if (search instanceof HistoricTaskInstanceQueryImpl tasks) {
            return tasks.getQueries();
        }
        if (search instanceof HistoricProcessInstanceQueryImpl instances) {
            return instances.getQueries();
        }
        return List.of();
    }
}
