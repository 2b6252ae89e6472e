package org.clearancedesk.engine.hardening;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Turns away a search that carries an expression at any depth, and a filter that is narrowed by one, before anything of
 * it is evaluated (CVE-2026-109432: the engine looks at the outermost search only). A search that asks for so much that
 * its answer would keep the database busy is turned away here as well.
 */
final class ExpressionBlockingInterceptor extends CommandInterceptor {

    static final String NEGATIVE =
            "A search begins at 0 or later and asks for 0 results or more: please check “firstResult” and “maxResults”.";

    @SuppressWarnings("rawtypes")
    private static final PrivateField<AbstractExecuteFilterCmd, Query> NARROWED_BY =
            new PrivateField<>(AbstractExecuteFilterCmd.class, "extendingQuery", Query.class);

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof Query<?, ?> search) {
            requirePlain(search);
        } else if (command instanceof AbstractExecuteFilterCmd filter) {
            requirePlain(NARROWED_BY.of(filter));
        }
        return next.execute(command);
    }

    private static void requirePlain(@Nullable Query<?, ?> search) {
        if (search instanceof AbstractQuery<?, ?> page && (page.getFirstResult() < 0 || page.getMaxResults() < 0)) {
            throw new BadUserRequestException(NEGATIVE);
        }
        if (search == null) {
            return;
        }
        if (QueryTree.expressions(search).findAny().isPresent()) {
            throw new BadUserRequestException(ExpressionBlockingFilter.REFUSAL);
        }
        QueryTree.requireModest(search);
    }
}
