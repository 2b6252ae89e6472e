package org.clearancedesk.web;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * The webapp finds engines by name, in all desks that run in the same program. Where a story has a desk of its own beside
 * the running one, on the same database, each story's calls go to the engine of its own desk.
 */
final class EngineOfThisDesk implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        ProcessEngines.registerProcessEngine(test.getApplicationContext().getBean(ProcessEngine.class));
    }
}
