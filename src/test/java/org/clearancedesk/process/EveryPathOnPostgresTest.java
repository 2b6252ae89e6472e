package org.clearancedesk.process;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.clearancedesk.audit.RecordAudit;

/** The same stories on the database that real requests live in. */
@OnPostgres
class EveryPathOnPostgresTest extends EveryPathTest {

    EveryPathOnPostgresTest(
            Desk desk,
            Life life,
            PassedFlows flows,
            HistoryService history,
            ManagementService jobs,
            RecordAudit audit) {
        super(desk, life, flows, history, jobs, audit);
    }
}
