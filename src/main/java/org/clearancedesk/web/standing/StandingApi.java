package org.clearancedesk.web.standing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.standing.StandingApprovals;
import org.clearancedesk.standing.StandingTerms;
import org.clearancedesk.web.Reason;
import org.clearancedesk.web.register.CaseAccess;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/requests/{number}/standing-approval")
class StandingApi {

    private final StandingApprovals standing;
    private final CaseAccess access;
    private final CurrentCaller caller;

    StandingApi(StandingApprovals standing, CaseAccess access, CurrentCaller caller) {
        this.standing = standing;
        this.access = access;
        this.caller = caller;
    }

    @Operation(
            summary = "Let an approval stand for further uses like its own",
            description =
                    "For approvers who neither made nor reviewed the request. A later request of the production that"
                            + " has the same facts and tool then ends as covered, until the uses or the days are over.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = StandingTerms.class))))
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void grant(@PathVariable String number, @RequestBody Map<String, Object> body) {
        StandingTerms terms = StandingTerms.from(body);
        standing.grant(access.visible(number).number(), terms, caller.get());
    }

    @Operation(
            summary = "End a standing approval early",
            description =
                    "For approvers. What it covered so far stays covered, and the approval on which it rests stays.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = Reason.class))))
    @PostMapping("/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String number, @RequestBody Map<String, Object> body) {
        String reason = Reason.in(body);
        standing.end(access.visible(number).number(), reason, caller.get());
    }
}
