package org.clearancedesk.audit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.clearancedesk.audit.Verification.Broken;
import org.clearancedesk.register.CaseProcesses;
import org.clearancedesk.register.ChainBreak;
import org.clearancedesk.register.ChainReader;
import org.clearancedesk.register.ChainSnapshot;
import org.clearancedesk.register.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks one case: its chain first, and when that holds, every column of every row that belongs to it by it; and that the
 * processes act on it that must.
 */
@Component
class CaseAudit {

    /** When a scanner was last asked about a file; a trace for operators that proves nothing. */
    private static final Set<String> MEANINGLESS = Set.of("scan_tried_at");

    private final ChainReader chainReader;
    private final CaseProjection projection;
    private final ActualRows actualRows;
    private final CaseProcesses processes;

    /**
     * What was found.
     *
     * @param untold how many rows are older than the events that would tell all of their columns
     */
    record Looked(List<Broken> broken, int untold) {}

    CaseAudit(ChainReader chainReader, CaseProjection projection, ActualRows actualRows, CaseProcesses processes) {
        this.chainReader = chainReader;
        this.projection = projection;
        this.actualRows = actualRows;
        this.processes = processes;
    }

    Looked check(String number) {
        List<Broken> found = new ArrayList<>();
        Map<String, @Nullable String> row = requireNonNull(
                actualRows.of("clearance_case", "number", number, "number").get(number));
        int untold = checkRows(number, row, found);
        checkProcesses(number, String.valueOf(row.get("status")), found);
        return new Looked(found, untold);
    }

    private int checkRows(String number, Map<String, @Nullable String> row, List<Broken> found) {
        ChainSnapshot copy = chainReader.of(number);
        ChainBreak chain = copy.firstBreak();
        if (chain != null) {
            // What hangs on events that do not hold proves nothing.
            found.add(Broken.event(number, chain.sequence(), chain.reason()));
            return 0;
        }
        ExpectedRows expectedRows;
        try {
            expectedRows = projection.replay(copy);
        } catch (RuntimeException unreadable) {
            found.add(
                    Broken.place(number, "row", "The events hold together, but one holds what the desk never writes."));
            return 0;
        }
        expectedRows.allowForMails(row.get("changed_at"));
        compare(number, "row", expectedRows.row(), row, found);
        expectedRows
                .all(AuditedTable.STANDING)
                .values()
                .forEach(standing -> standing.put("uses", String.valueOf(actualRows.usesOf(number))));
        int untold = 0;
        for (AuditedTable kind : AuditedTable.values()) {
            untold += compareAll(expectedRows, kind, actualRows.of(kind, number), found);
        }
        return untold;
    }

    private void checkProcesses(String number, String standing, List<Broken> found) {
        Optional<Status> status = Arrays.stream(Status.values())
                .filter(each -> each.name().equals(standing))
                .findFirst();
        if (status.isEmpty()) {
            // That it was changed is said already.
            return;
        }
        Map<String, @Nullable String> approval =
                actualRows.of(AuditedTable.APPROVAL, number).get(number);
        boolean closedOut = approval != null && approval.get("closed_out_at") != null;
        ProcessRule.faults(status.get(), approval != null, closedOut, processes.of(number))
                .forEach(fault -> found.add(Broken.place(number, "process", fault)));
    }

    private static int compareAll(
            ExpectedRows expectedRows,
            AuditedTable kind,
            Map<String, Map<String, @Nullable String>> kept,
            List<Broken> found) {
        String number = expectedRows.number();
        Map<String, Map<String, @Nullable String>> left = new LinkedHashMap<>(kept);
        int untold = 0;
        for (Map.Entry<String, Map<String, @Nullable String>> each :
                expectedRows.all(kind).entrySet()) {
            String key = kind == AuditedTable.CONSENT ? idOf(each.getValue(), kept) : each.getKey();
            Map<String, @Nullable String> there = left.remove(key);
            if (there != null) {
                compare(number, kind.place(key), each.getValue(), there, found);
                untold += isWhole(each.getValue(), there) ? 0 : 1;
            } else if (expectedRows.isCertain(kind, each.getKey())) {
                found.add(Broken.place(
                        number, kind.place(key), "The %s is gone; an event tells of it.".formatted(kind.word())));
            }
        }
        if (!expectedRows.isComplete(kind)) {
            return untold + left.size();
        }
        left.keySet()
                .forEach(key -> found.add(Broken.place(
                        number, kind.place(key), "The %s was put in; no event tells of it.".formatted(kind.word()))));
        return untold;
    }

    /** Events did not name a consent's id at first; then its performer tells which one it is. */
    private static String idOf(
            Map<String, @Nullable String> expectedRows, Map<String, Map<String, @Nullable String>> kept) {
        String id = expectedRows.get("id");
        if (id != null) {
            return id;
        }
        return kept.entrySet().stream()
                .filter(row -> Objects.equals(row.getValue().get("performer"), expectedRows.get("performer")))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("of earlier days");
    }

    private static boolean isWhole(Map<String, @Nullable String> expectedRows, Map<String, @Nullable String> kept) {
        return kept.keySet().stream()
                .allMatch(column -> expectedRows.containsKey(column) || MEANINGLESS.contains(column));
    }

    /** Says which columns differ and not what stands there, which not everybody who checks may know. */
    private static void compare(
            String number,
            String place,
            Map<String, @Nullable String> expectedRows,
            Map<String, @Nullable String> kept,
            List<Broken> found) {
        expectedRows.forEach((column, value) -> {
            if (!Objects.equals(value, kept.get(column))) {
                found.add(Broken.place(
                        number,
                        place,
                        "What stands in “%s” is not what the events tell; it was changed.".formatted(column)));
            }
        });
    }
}
