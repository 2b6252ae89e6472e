package org.clearancedesk.operations.start;

import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Says which database it was, and what to look at, when the start fails because of it. */
class DatabaseOutOfReachAnalyzer extends AbstractFailureAnalyzer<SQLException> implements Ordered {

    private static final String SETTING = "spring.datasource.url";

    private final @Nullable Environment settings;

    DatabaseOutOfReachAnalyzer(@Nullable Environment settings) {
        this.settings = settings;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    protected FailureAnalysis analyze(Throwable start, SQLException failure) {
        SQLException first = failure;
        while (first.getCause() instanceof SQLException deeper) {
            first = deeper;
        }
        String message = String.valueOf(first.getMessage()).lines().findFirst().orElse("");
        return new FailureAnalysis(
                "The database %s (%s) cannot be used: %s".formatted(url(), SETTING, message),
                action(url(), message.toLowerCase(Locale.ROOT)),
                failure);
    }

    private static String action(String url, String message) {
        if (url.startsWith("jdbc:h2:file:")) {
            return "See that its folder may be written to, that the disk is not full and that no other desk runs on it; or set "
                    + SETTING + " to another place.";
        }
        if (message.contains("no space") || message.contains("disk full")) {
            return "Make room on the disk of the database server.";
        }
        return "See that it runs, and check " + SETTING
                + ", spring.datasource.username and spring.datasource.password.";
    }

    private String url() {
        String url = settings == null ? null : settings.getProperty(SETTING);
        // What follows may be a password.
        return url == null ? "" : url.replaceAll("[?;].*", "");
    }
}
