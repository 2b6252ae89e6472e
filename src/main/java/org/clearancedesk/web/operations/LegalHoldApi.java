package org.clearancedesk.web.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.clearancedesk.operations.retention.LegalHolds;
import org.clearancedesk.operations.retention.LegalHolds.LegalHold;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.people.NotAllowed;
import org.clearancedesk.web.NotFound;
import org.clearancedesk.web.Reason;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/requests/{number}/legal-hold")
class LegalHoldApi {

    private final LegalHolds holds;
    private final CurrentCaller caller;

    LegalHoldApi(LegalHolds holds, CurrentCaller caller) {
        this.holds = holds;
        this.caller = caller;
    }

    @Operation(summary = "The legal hold on a request, for administrators")
    @GetMapping
    LegalHold get(@PathVariable String number) {
        admin();
        return holds.of(number).orElseThrow(() -> new NotFound("Request %s is not on legal hold.".formatted(number)));
    }

    @Operation(
            summary = "Put a request on legal hold",
            description = "For administrators. From then on the engine's history of the request is kept too.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = Reason.class))))
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void place(@PathVariable String number, @RequestBody Map<String, Object> body) {
        Caller admin = admin();
        holds.place(number, admin.user(), Reason.in(body));
    }

    @Operation(
            summary = "Lift the legal hold on a request",
            description = "For administrators.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = Reason.class))))
    @PostMapping("/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(@PathVariable String number, @RequestBody Map<String, Object> body) {
        Caller admin = admin();
        holds.lift(number, admin.user(), Reason.in(body));
    }

    private Caller admin() {
        Caller person = caller.get();
        if (!person.isIn(DeskGroup.ADMINS)) {
            throw new NotAllowed("Only administrators see to legal holds.");
        }
        return person;
    }
}
