package org.clearancedesk.operations;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips, saying so, where there is no PostgreSQL with its programs (the binaries of the other tests have no pg_dump); with
 * {@code POSTGRES_REQUIRED=true} in the environment it fails instead.
 */
final class PostgresToolsAreThere implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (PostgresTools.programs().isPresent()) {
            return ConditionEvaluationResult.enabled("PostgreSQL is there.");
        }
        if (Boolean.parseBoolean(System.getenv("POSTGRES_REQUIRED"))) {
            throw new IllegalStateException("No PostgreSQL, but POSTGRES_REQUIRED=true. Install postgresql.");
        }
        String skipped = "%s skipped: no PostgreSQL with pg_dump on this machine.".formatted(context.getDisplayName());
        System.out.println(skipped);
        return ConditionEvaluationResult.disabled(skipped);
    }
}
