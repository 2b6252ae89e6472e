package org.clearancedesk.engine.hardening;

import java.util.List;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.HistoricProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.query.Query;

final class PartsOfQueries {

    private PartsOfQueries() {}

    static List<? extends AbstractQuery<?, ?>> of(Query<?, ?> query) {
        if (query instanceof HistoricTaskInstanceQueryImpl tasks) {
            return tasks.getQueries();
        }
        if (query instanceof HistoricProcessInstanceQueryImpl cases) {
            return cases.getQueries();
        }
        return ((ProcessInstanceQueryImpl) query).getQueries();
    }
}
