package org.clearancedesk.audit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clearancedesk.audit.Verification.Broken;
import org.clearancedesk.register.ChainBreak;
import org.clearancedesk.register.RecordCopy;
import org.clearancedesk.register.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks one case: its chain first, and when that holds, every column of its row, its letter and its files by it. */
@Component
class CaseAudit {

    private final Records records;
    private final CaseProjection projection;
    private final Rows rows;

    CaseAudit(Records records, CaseProjection projection, Rows rows) {
        this.records = records;
        this.projection = projection;
        this.rows = rows;
    }

    List<Broken> check(String number) {
        RecordCopy copy = records.of(number);
        ChainBreak chain = copy.firstBreak();
        if (chain != null) {
            // What hangs on events that do not hold proves nothing.
            return List.of(Broken.event(number, chain.sequence(), chain.reason()));
        }
        Told told;
        try {
            told = projection.replay(copy);
        } catch (RuntimeException unreadable) {
            return List.of(
                    Broken.place(number, "row", "The events hold together, but one holds what the desk never writes."));
        }
        List<Broken> found = new ArrayList<>();
        Map<String, Map<String, @Nullable String>> row = rows.of("clearance_case", "number", number, "number");
        compare(number, "row", told.row(), requireNonNull(row.get(number)), found);
        compareAll(
                number, "letter", told.letters(), rows.of("clearance_letter", "case_number", number, "number"), found);
        compareAll(number, "file", told.files(), rows.of("clearance_evidence", "case_number", number, "id"), found);
        return found;
    }

    private static void compareAll(
            String number,
            String kind,
            Map<String, Map<String, @Nullable String>> told,
            Map<String, Map<String, @Nullable String>> kept,
            List<Broken> found) {
        for (Map.Entry<String, Map<String, @Nullable String>> each : told.entrySet()) {
            String key = each.getKey();
            Map<String, @Nullable String> there = kept.get(key);
            if (there == null) {
                found.add(Broken.place(
                        number, kind + " " + key, "The %s is gone; an event tells of it.".formatted(kind)));
            } else {
                compare(number, kind + " " + key, each.getValue(), there, found);
            }
        }
        kept.keySet().stream()
                .filter(key -> !told.containsKey(key))
                .forEach(key -> found.add(Broken.place(
                        number, kind + " " + key, "The %s was put in; no event tells of it.".formatted(kind))));
    }

    /** Says which columns differ and not what stands there, which not everybody who checks may know. */
    private static void compare(
            String number,
            String place,
            Map<String, @Nullable String> told,
            Map<String, @Nullable String> kept,
            List<Broken> found) {
        told.forEach((column, value) -> {
            if (!Objects.equals(value, kept.get(column))) {
                found.add(Broken.place(
                        number,
                        place,
                        "What stands in “%s” is not what the events tell; it was changed.".formatted(column)));
            }
        });
    }
}
