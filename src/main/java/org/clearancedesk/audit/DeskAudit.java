package org.clearancedesk.audit;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Objects;
import org.clearancedesk.audit.Verification.Broken;
import org.clearancedesk.register.ChainBreak;
import org.clearancedesk.register.ChainEnds;
import org.clearancedesk.register.DeskEventStore;
import org.clearancedesk.register.DeskTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks the desk's own record, and by it every column of every agreement, strike and name of somebody who left. */
@Component
class DeskAudit {

    private final DeskEventStore deskEvents;
    private final ChainEnds ends;

    DeskAudit(DeskEventStore deskEvents, ChainEnds ends) {
        this.deskEvents = deskEvents;
        this.ends = ends;
    }

    void check(Findings findings) {
        if (ends.forgotten(DeskEventStore.CHAIN).sequence() != 0) {
            findings.add(Broken.place(null, "desk event", "Events are said to be forgotten, and none ever is."));
        }
        ChainBreak chain = deskEvents.firstBreak();
        if (chain != null) {
            findings.add(new Broken(null, "desk event " + chain.sequence(), chain.sequence(), chain.reason()));
            return;
        }
        try {
            Map<DeskTable, Map<String, Map<String, @Nullable String>>> told = deskEvents.rowsOnRecord();
            for (DeskTable table : DeskTable.values()) {
                compare(table, requireNonNull(told.get(table)), deskEvents.rows(table), findings);
            }
        } catch (IllegalArgumentException unreadable) {
            findings.add(Broken.place(
                    null, "desk event", "The events hold together, but one holds what the desk never writes."));
        }
    }

    private static void compare(
            DeskTable table,
            Map<String, Map<String, @Nullable String>> told,
            Map<String, Map<String, @Nullable String>> kept,
            Findings findings) {
        told.forEach((key, row) -> {
            Map<String, @Nullable String> there = kept.get(key);
            if (there == null) {
                add(findings, table, key, "The %s is gone; an event tells of it.".formatted(table.word()));
                return;
            }
            row.forEach((column, value) -> {
                if (!Objects.equals(value, there.get(column))) {
                    add(
                            findings,
                            table,
                            key,
                            "What stands in “%s” is not what the events tell; it was changed.".formatted(column));
                }
            });
        });
        kept.keySet().stream()
                .filter(key -> !told.containsKey(key))
                .forEach(key ->
                        add(findings, table, key, "The %s was put in; no event tells of it.".formatted(table.word())));
    }

    private static void add(Findings findings, DeskTable table, String key, String reason) {
        findings.add(Broken.place(null, table.word() + " " + key, reason));
    }
}
