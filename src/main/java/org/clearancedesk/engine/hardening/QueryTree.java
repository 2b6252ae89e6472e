package org.clearancedesk.engine.hardening;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.AbstractVariableQueryImpl;
import org.camunda.bpm.engine.impl.ExternalTaskQueryImpl;
import org.camunda.bpm.engine.impl.HistoricProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.query.Query;

/** A search and the searches inside it: the engine checks the outermost and evaluates all of them. */
final class QueryTree {

    /** Far more than the webapp's pages ask for; each order and each condition is one more table to look into. */
    private static final int ORDERS = 10;

    private static final int CONDITIONS = 20;
    private static final int OR = 10;

    /** Somebody may be in some hundred groups. */
    private static final int ENTRIES = 2_000;

    private static final String OF_LISTS = "entries in its lists";

    private QueryTree() {}

    /** Every expression of a search, at whatever depth. */
    static Stream<String> expressions(Query<?, ?> search) {
        return parts(search).stream().flatMap(QueryTree::own);
    }

    /** @throws BadUserRequestException when the search asks for so much that answering it takes long */
    static void requireModest(Query<?, ?> search) {
        Collection<? extends Query<?, ?>> parts = parts(search);
        atMost(ENTRIES, parts.stream().mapToInt(ListsOfAQuery::entries).sum(), OF_LISTS);
        atMost(OR, parts.size() - 1, "parts of “or”");
        atMost(ORDERS, parts.stream().mapToInt(QueryTree::orders).sum(), "orders, which are called “sorting”");
        atMost(CONDITIONS, parts.stream().mapToInt(QueryTree::conditions).sum(), "conditions on variables");
    }

    /** What is wrong with so many entries in the lists of a search; empty when nothing is. */
    static Optional<String> tooMany(int entries) {
        return entries > ENTRIES ? Optional.of(tooMany(ENTRIES, OF_LISTS)) : Optional.empty();
    }

    private static void atMost(int most, int asked, String what) {
        if (asked > most) {
            throw new BadUserRequestException(tooMany(most, what));
        }
    }

    private static String tooMany(int most, String what) {
        return "A search has up to %d %s. Please ask for less at once.".formatted(most, what);
    }

    private static int orders(Query<?, ?> search) {
        return search instanceof AbstractQuery<?, ?> query
                ? query.getOrderingProperties().size()
                : 0;
    }

    private static int conditions(Query<?, ?> search) {
        if (search instanceof TaskQueryImpl tasks) {
            return tasks.getVariables().size();
        }
        if (search instanceof HistoricTaskInstanceQueryImpl tasks) {
            return tasks.getVariables().size();
        }
        if (search instanceof ExternalTaskQueryImpl tasks) {
            return tasks.getVariables().size();
        }
        return search instanceof AbstractVariableQueryImpl<?, ?> query
                ? query.getQueryVariableValues().size()
                : 0;
    }

    private static Collection<? extends Query<?, ?>> parts(Query<?, ?> search) {
        if (inside(search).size() < 2) {
            // Most searches have no other part than themselves.
            return List.<Query<?, ?>>of(search);
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
        return visited;
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
