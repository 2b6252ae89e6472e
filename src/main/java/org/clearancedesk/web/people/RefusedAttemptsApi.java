package org.clearancedesk.web.people;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import org.clearancedesk.intake.Fields;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.people.NotAllowed;
import org.clearancedesk.people.RefusedAttempt;
import org.clearancedesk.people.RefusedAttempts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RefusedAttemptsApi {

    private static final int LARGEST_PAGE = 200;
    private static final int LAST_PAGE = 100_000;

    private final RefusedAttempts attempts;
    private final CurrentCaller caller;

    RefusedAttemptsApi(RefusedAttempts attempts, CurrentCaller caller) {
        this.attempts = attempts;
        this.caller = caller;
    }

    @Operation(
            summary = "Who was refused what, newest first",
            description =
                    "For administrators. “who” is null when nobody was signed in, or the name that was typed belongs to"
                            + " nobody; “address” is a pseudonym that lasts until the desk is started again.")
    @GetMapping("/api/admin/refused-attempts")
    List<RefusedAttempt> newest(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        if (!caller.get().isIn(DeskGroup.ADMINS)) {
            throw new NotAllowed("Only administrators can see who was refused what.");
        }
        Fields fields = new Fields("", Map.of());
        if (page < 0 || page > LAST_PAGE) {
            fields.refuse("page", "“page” starts with 0, the page with the newest attempts.");
        }
        if (size < 1 || size > LARGEST_PAGE) {
            fields.refuse("size", "“size” must be from 1 to %d.".formatted(LARGEST_PAGE));
        }
        fields.complete();
        return attempts.newest(page, size);
    }
}
