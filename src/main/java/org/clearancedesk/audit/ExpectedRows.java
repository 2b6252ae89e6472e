package org.clearancedesk.audit;

import java.time.Instant;
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
final class ExpectedRows {

    private final Map<String, @Nullable String> row = new HashMap<>();
    private final Map<AuditedTable, Map<String, Map<String, @Nullable String>>> kept =
            new EnumMap<>(AuditedTable.class);
    private final Map<AuditedTable, Set<String>> doubtful = new EnumMap<>(AuditedTable.class);
    private boolean everyRow;
    private boolean insiders;
    private @Nullable Instant mailedAt;

    /** The row of the case itself. */
    Map<String, @Nullable String> row() {
        return row;
    }

    Map<String, Map<String, @Nullable String>> all(AuditedTable kind) {
        return kept.computeIfAbsent(kind, none -> new LinkedHashMap<>());
    }

    /** A row that an event tells of; a new one as long as none did. */
    Map<String, @Nullable String> one(AuditedTable kind, String key) {
        return all(kind).computeIfAbsent(key, none -> new LinkedHashMap<>());
    }

    /** The keys of conditions and approvals from before they were kept may be those of no row. */
    void doubt(AuditedTable kind, String key) {
        doubtful.computeIfAbsent(kind, none -> new HashSet<>()).add(key);
    }

    /** What was doubtful is told after all. */
    void trust(AuditedTable kind, String key) {
        doubtful.getOrDefault(kind, new HashSet<>()).remove(key);
    }

    boolean isCertain(AuditedTable kind, String key) {
        return !doubtful.getOrDefault(kind, Set.of()).contains(key);
    }

    /** Notes that the case is of the time since which every row is told by some event. */
    void tellsEveryRow() {
        everyRow = true;
    }

    /** Notes whether the last event is a mail that went out. */
    void mailedAt(@Nullable Instant time) {
        mailedAt = time;
    }

    /** Mails counted as changes at first, and do so for a node that is still of that version. */
    void allowForMails(@Nullable String changedAt) {
        if (mailedAt != null && mailedAt.toString().equals(changedAt)) {
            row.put("changed_at", changedAt);
        }
    }

    /** Notes that everybody who is let in is told. */
    void tellsInsiders() {
        insiders = true;
    }

    /** Whether a row of that kind can only have been put in when no event tells it. */
    boolean isComplete(AuditedTable kind) {
        return kind == AuditedTable.INSIDER ? insiders : everyRow || kind.alwaysTold();
    }

    boolean isOfOldTime() {
        return !everyRow;
    }

    String number() {
        return Objects.requireNonNull(row.get("number"));
    }
}
