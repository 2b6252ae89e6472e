package org.clearancedesk.access;

import java.util.List;

/** The desk must not start like this. */
final class NotFitForProduction extends RuntimeException {

    private final transient List<String> sentences;

    NotFitForProduction(List<String> sentences) {
        super(String.join(" ", sentences));
        this.sentences = sentences;
    }

    List<String> sentences() {
        return sentences;
    }
}
