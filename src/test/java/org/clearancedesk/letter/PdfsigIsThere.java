package org.clearancedesk.letter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips, saying so, where there is no pdfsig; with {@code PDFSIG_REQUIRED=true} in the environment it fails instead. */
final class PdfsigIsThere implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "pdfsig")))) {
            return ConditionEvaluationResult.enabled("pdfsig is there.");
        }
        if (Boolean.parseBoolean(System.getenv("PDFSIG_REQUIRED"))) {
            throw new IllegalStateException("No pdfsig on the path, but PDFSIG_REQUIRED=true. Install poppler-utils.");
        }
        String skipped = "%s skipped: no pdfsig on this machine.".formatted(context.getDisplayName());
        System.out.println(skipped);
        return ConditionEvaluationResult.disabled(skipped);
    }
}
