package org.clearancedesk.intake;

import java.util.List;
import java.util.stream.Collectors;

/** Input that the desk refuses, with one sentence for each field that somebody has to mend. Nothing was stored. */
public final class BadInput extends RuntimeException {

    /** One field and what is wrong with it. The field is a path such as {@code performers[0].name}; empty for the whole. */
    public record Problem(String field, String message) {}

    /** Nobody mends more at once, and an answer stays smaller than the call. */
    private static final int MOST = 100;

    private final transient List<Problem> problems;

    public BadInput(List<Problem> problems) {
        this.problems = List.copyOf(problems.subList(0, Math.min(MOST, problems.size())));
    }

    public BadInput(String field, String message) {
        this(List.of(new Problem(field, message)));
    }

    /** Every sentence, one after the other. */
    @Override
    public String getMessage() {
        return problems.stream().map(Problem::message).collect(Collectors.joining(" "));
    }

    public List<Problem> problems() {
        return problems;
    }
}
