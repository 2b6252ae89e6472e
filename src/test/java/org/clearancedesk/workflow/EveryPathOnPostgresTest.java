package org.clearancedesk.workflow;

import org.camunda.bpm.engine.HistoryService;

/** The same stories on the database that real requests live in. */
@OnPostgres
class EveryPathOnPostgresTest extends EveryPathTest {

    EveryPathOnPostgresTest(Desk desk, PassedFlows flows, HistoryService history) {
        super(desk, flows, history);
    }
}
