package org.clearancedesk.audit;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a case as its events tell them: by their key, then by column. A column that is missing here is told by no
 * event.
 */
final class Told {

    private final Map<String, @Nullable String> row = new HashMap<>();
    private final Map<Kept, Map<String, Map<String, @Nullable String>>> kept = new EnumMap<>(Kept.class);
    private final Map<Kept, Set<String>> doubtful = new EnumMap<>(Kept.class);
    private boolean everyRow;

    /** The row of the case itself. */
    Map<String, @Nullable String> row() {
        return row;
    }

    Map<String, Map<String, @Nullable String>> all(Kept kind) {
        return kept.computeIfAbsent(kind, none -> new LinkedHashMap<>());
    }

    /** A row that an event tells of; a new one as long as none did. */
    Map<String, @Nullable String> one(Kept kind, String key) {
        return all(kind).computeIfAbsent(key, none -> new LinkedHashMap<>());
    }

    /** The keys of conditions and approvals from before they were kept may be those of no row. */
    void doubt(Kept kind, String key) {
        doubtful.computeIfAbsent(kind, none -> new HashSet<>()).add(key);
    }

    boolean isCertain(Kept kind, String key) {
        return !doubtful.getOrDefault(kind, Set.of()).contains(key);
    }

    /** Notes that the case is of the time since which every row is told by some event. */
    void tellsEveryRow() {
        everyRow = true;
    }

    /** Whether a row of that kind can only have been put in when no event tells it. */
    boolean isComplete(Kept kind) {
        return everyRow || kind.alwaysTold();
    }

    boolean isOfOldTime() {
        return !everyRow;
    }

    String number() {
        return Objects.requireNonNull(row.get("number"));
    }
}
