package org.clearancedesk.operations;

import liquibase.exception.LockException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;

/** A desk that is killed while it raises the tables leaves them locked, and every other waits for it in vain. */
class TablesLockedAnalyzer extends AbstractFailureAnalyzer<LockException> implements Ordered {

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    protected FailureAnalysis analyze(Throwable start, LockException failure) {
        return new FailureAnalysis(
                "Another desk is raising the tables of the database (spring.datasource.url), or died while it did: %s"
                        .formatted(String.valueOf(failure.getMessage()).replaceAll("\\s+", " ")),
                "Start again when that desk has ended; if it is gone, free the tables first: update databasechangeloglock"
                        + " set locked = false",
                failure);
    }
}
