package org.clearancedesk.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

class ChromiumIsThere implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.executable().isPresent()) {
            return ConditionEvaluationResult.enabled("Chromium is there.");
        }
        if (Boolean.getBoolean("browser.required")) {
            throw new IllegalStateException(
                    "No Chromium on the path, but BROWSER_REQUIRED=true. Install one or set CHROMIUM to its path.");
        }
        String skipped = "%s skipped: no Chromium on this machine.".formatted(context.getDisplayName());
        System.out.println(skipped);
        return ConditionEvaluationResult.disabled(skipped);
    }
}
