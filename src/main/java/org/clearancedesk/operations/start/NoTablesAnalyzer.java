package org.clearancedesk.operations.start;

import liquibase.exception.LiquibaseException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;

/** Lets the log say what to do when the tables can be neither made nor raised. */
class NoTablesAnalyzer extends AbstractFailureAnalyzer<LiquibaseException> {

    @Override
    protected FailureAnalysis analyze(Throwable start, LiquibaseException found) {
        String said = String.valueOf(
                        NestedExceptionUtils.getMostSpecificCause(found).getMessage())
                .replaceAll("\\s+", " ");
        return new FailureAnalysis(
                "The desk cannot make or raise its tables, so it does not start: " + said,
                "Check that the database runs, that spring.datasource.url, .username and .password are right, that the user"
                        + " may create tables, and that no other program has changed them.",
                found);
    }
}
