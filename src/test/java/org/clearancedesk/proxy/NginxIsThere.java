package org.clearancedesk.proxy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips, saying so, where there is no nginx, or no openssl to make its certificate; with {@code NGINX_REQUIRED=true} in the
 * environment it fails instead.
 */
final class NginxIsThere implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (executable("nginx").isPresent() && executable("openssl").isPresent()) {
            return ConditionEvaluationResult.enabled("nginx is there.");
        }
        if (Boolean.parseBoolean(System.getenv("NGINX_REQUIRED"))) {
            throw new IllegalStateException(
                    "No nginx or no openssl on the path, but NGINX_REQUIRED=true. Install both.");
        }
        String skipped = "%s skipped: no nginx or no openssl on this machine.".formatted(context.getDisplayName());
        System.out.println(skipped);
        return ConditionEvaluationResult.disabled(skipped);
    }

    static Optional<Path> executable(String name) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
