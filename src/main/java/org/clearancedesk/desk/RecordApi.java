package org.clearancedesk.desk;

import io.swagger.v3.oas.annotations.Operation;
import org.clearancedesk.access.CurrentCaller;
import org.clearancedesk.access.DeskGroup;
import org.clearancedesk.access.NotAllowed;
import org.clearancedesk.register.Records;
import org.clearancedesk.register.Verification;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RecordApi {

    private final Records records;
    private final CurrentCaller caller;

    RecordApi(Records records, CurrentCaller caller) {
        this.records = records;
        this.caller = caller;
    }

    @Operation(
            summary = "Check the record of every case",
            description = "For administrators. Names the first event of each record that does not fit.")
    @GetMapping("/api/record/verification")
    Verification verify() {
        if (!caller.get().isIn(DeskGroup.ADMINS)) {
            throw new NotAllowed("Only administrators can check every record. You can check that of a case you see.");
        }
        return records.verify();
    }
}
