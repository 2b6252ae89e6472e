package org.clearancedesk.operations.start;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets the log say what to do instead of where in the code it was found. */
class NotFitForProductionAnalyzer extends AbstractFailureAnalyzer<NotFitForProduction> {

    @Override
    protected FailureAnalysis analyze(Throwable start, NotFitForProduction found) {
        return new FailureAnalysis(
                found.sentences().stream()
                        .map(sentence -> "  - " + sentence)
                        .collect(Collectors.joining(
                                "\n", "The desk is not fit for real requests, so it does not start:\n\n", "")),
                "Please mend each line and start again; “Run it for real” in the README has an example.",
                found);
    }
}
