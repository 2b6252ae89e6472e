package org.clearancedesk.engine.hardening;

import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.impl.persistence.entity.FilterManager;
import org.camunda.bpm.engine.query.Query;
import org.jspecify.annotations.Nullable;

/** Stores no filter with an expression that is not on the list, and hands none out to be run that got in another way. */
final class FilterGuard extends FilterManager {

    @Override
    public Filter insertOrUpdateFilter(Filter filter) {
        AllowedExpressions.require(filter.<Query<?, ?>>getQuery());
        return super.insertOrUpdateFilter(filter);
    }

    @Override
    public @Nullable FilterEntity findFilterById(String filterId) {
        FilterEntity filter = super.findFilterById(filterId);
        if (filter != null) {
            AllowedExpressions.require(filter.<Query<?, ?>>getQuery());
        }
        return filter;
    }
}
