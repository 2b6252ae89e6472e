package org.clearancedesk.web.register;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import org.clearancedesk.audit.Checkpoint;
import org.clearancedesk.audit.Checkpoints;
import org.clearancedesk.audit.RecordAudit;
import org.clearancedesk.audit.Verification;
import org.clearancedesk.intake.Fields;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.people.NotAllowed;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The record as a whole. Even how many cases there are is for administrators only. */
@RestController
class RecordApi {

    private static final int LARGEST_PAGE = 200;
    private static final int LAST_PAGE = 100_000;

    private final RecordAudit audit;
    private final Checkpoints checkpoints;
    private final CurrentCaller caller;

    RecordApi(RecordAudit audit, Checkpoints checkpoints, CurrentCaller caller) {
        this.audit = audit;
        this.checkpoints = checkpoints;
        this.caller = caller;
    }

    @Operation(
            summary = "Check everything on record",
            description =
                    "For administrators. Names the first event of each record that does not fit; where all do, every"
                            + " letter, file, consent, approval, condition, suspension and other row of a case, by its column, that is not"
                            + " what they tell; and every checkpoint that does not hold. “untold” counts the rows that are"
                            + " older than the events which would tell all of their columns; what no event tells was not"
                            + " compared.")
    @GetMapping("/api/record/verification")
    Verification verify() {
        requireAdministrator("Only administrators can check every record. You can check that of a case you see.");
        return audit.verify();
    }

    @Operation(
            summary = "Take a checkpoint now",
            description = "For administrators. One is taken each night; each signs where every record ends.")
    @PostMapping("/api/record/checkpoint")
    @ResponseStatus(HttpStatus.CREATED)
    Checkpoint take() {
        requireAdministrator("Only administrators can take a checkpoint. One is taken each night.");
        return checkpoints.take();
    }

    @Operation(summary = "The checkpoints, newest first", description = "For administrators.")
    @GetMapping("/api/record/checkpoints")
    List<Checkpoint> newest(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        requireAdministrator("Only administrators can see the checkpoints. That of a case is part of its archive.");
        Fields fields = new Fields("", Map.of());
        if (page < 0 || page > LAST_PAGE) {
            fields.refuse("page", "“page” starts with 0, the page with the newest checkpoints.");
        }
        if (size < 1 || size > LARGEST_PAGE) {
            fields.refuse("size", "“size” must be from 1 to %d.".formatted(LARGEST_PAGE));
        }
        fields.complete();
        return checkpoints.newest(page, size);
    }

    private void requireAdministrator(String otherwise) {
        if (!caller.get().isIn(DeskGroup.ADMINS)) {
            throw new NotAllowed(otherwise);
        }
    }
}
