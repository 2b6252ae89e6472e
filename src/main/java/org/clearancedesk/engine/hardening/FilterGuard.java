package org.clearancedesk.engine.hardening;

import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.impl.persistence.entity.FilterManager;
import org.camunda.bpm.engine.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Stores no filter with an expression that is not on the list or that asks for too much, and hands none out to be run that got
 * in another way.
 */
final class FilterGuard extends FilterManager {

    @Override
    public Filter insertOrUpdateFilter(Filter filter) {
        require(filter);
        return super.insertOrUpdateFilter(filter);
    }

    @Override
    public @Nullable FilterEntity findFilterById(String filterId) {
        FilterEntity filter = super.findFilterById(filterId);
        if (filter != null) {
            require(filter);
        }
        return filter;
    }

    private static void require(Filter filter) {
        Query<?, ?> search = filter.getQuery();
        AllowedExpressions.require(search);
        QueryTree.requireModest(search);
    }
}
