package org.clearancedesk.operations.start;

import java.util.List;

/** The desk must not start like this. */
public final class NotFitForProduction extends RuntimeException {

    private final transient List<String> sentences;

    NotFitForProduction(List<String> sentences) {
        super(String.join(" ", sentences));
        this.sentences = sentences;
    }

    public List<String> sentences() {
        return sentences;
    }
}
