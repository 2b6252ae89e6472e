package org.clearancedesk.evidence;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips, saying so, where there is no clamd; with {@code CLAMD_REQUIRED=true} in the environment it fails instead. */
public final class ClamavIsThere implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (ClamavDaemon.executable().isPresent()) {
            return ConditionEvaluationResult.enabled("clamd is there.");
        }
        if (Boolean.parseBoolean(System.getenv("CLAMD_REQUIRED"))) {
            throw new IllegalStateException("No clamd on the path, but CLAMD_REQUIRED=true. Install clamav-daemon.");
        }
        String skipped = "%s skipped: no clamd on this machine.".formatted(context.getDisplayName());
        System.out.println(skipped);
        return ConditionEvaluationResult.disabled(skipped);
    }
}
