package org.clearancedesk.operations;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;

/** Names the setting, where Spring Boot only tells of the port. */
class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortInUseException> implements Ordered {

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    protected FailureAnalysis analyze(Throwable start, PortInUseException taken) {
        return new FailureAnalysis(
                "Another program listens on port %d already.".formatted(taken.getPort()),
                "Stop that program, or set server.port to a free port.",
                taken);
    }
}
