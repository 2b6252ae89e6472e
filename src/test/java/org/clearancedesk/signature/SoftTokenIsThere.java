package org.clearancedesk.signature;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips, saying so, where there is no SoftHSM; with {@code SOFTHSM_REQUIRED=true} in the environment it fails instead. */
final class SoftTokenIsThere implements ExecutionCondition {

    static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Files.exists(LIBRARY)) {
            return ConditionEvaluationResult.enabled("SoftHSM is there.");
        }
        if (Boolean.parseBoolean(System.getenv("SOFTHSM_REQUIRED"))) {
            throw new IllegalStateException("No SoftHSM, but SOFTHSM_REQUIRED=true. Install softhsm2.");
        }
        String skipped = "%s skipped: no SoftHSM on this machine.".formatted(context.getDisplayName());
        System.out.println(skipped);
        return ConditionEvaluationResult.disabled(skipped);
    }
}
