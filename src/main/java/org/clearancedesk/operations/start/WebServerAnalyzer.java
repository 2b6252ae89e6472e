package org.clearancedesk.operations.start;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.embedded.tomcat.ConnectorStartFailedException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.core.Ordered;

/** Names the setting, where Spring Boot only tells of the port, or of nothing. */
public class WebServerAnalyzer extends AbstractFailureAnalyzer<WebServerException> implements Ordered {

    private static final String NO_FOLDER = "tempDir";

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable start, WebServerException failure) {
        if (failure instanceof PortInUseException taken) {
            return new FailureAnalysis(
                    "Another program listens on port %d already.".formatted(taken.getPort()),
                    "Stop that program, or set server.port to a free port.",
                    failure);
        }
        if (failure instanceof ConnectorStartFailedException refused) {
            return new FailureAnalysis(
                    "The desk may not listen on port %d of its address (server.port, server.address)."
                            .formatted(refused.getPort()),
                    "Set server.address to an address of this machine, and server.port to a free port that the desk's user"
                            + " may open; below 1024 that takes a right of its own.",
                    failure);
        }
        if (String.valueOf(failure.getMessage()).contains(NO_FOLDER)) {
            return new FailureAnalysis(
                    "The folder for temporary files, %s, cannot be written to."
                            .formatted(System.getProperty("java.io.tmpdir")),
                    "See that it is there, that the desk's user may write to it and that its disk is not full; or name"
                            + " another one with java -Djava.io.tmpdir=...",
                    failure);
        }
        return null;
    }
}
