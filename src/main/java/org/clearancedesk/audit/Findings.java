package org.clearancedesk.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.clearancedesk.audit.Verification.Broken;

/** Collects what does not fit: all of it is counted and passed on at once, and the first of it is kept. */
final class Findings {

    /** So many tell enough; a database that somebody emptied must not fill the memory of whoever checks it. */
    static final int KEPT = 1_000;

    private final List<Broken> first = new ArrayList<>();
    private final Consumer<Broken> reader;
    private int count;

    Findings(Consumer<Broken> reader) {
        this.reader = reader;
    }

    void add(Broken broken) {
        count++;
        reader.accept(broken);
        if (first.size() < KEPT) {
            first.add(broken);
        }
    }

    List<Broken> first() {
        return List.copyOf(first);
    }

    int count() {
        return count;
    }
}
