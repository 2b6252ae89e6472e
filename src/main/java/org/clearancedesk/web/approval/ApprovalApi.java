package org.clearancedesk.web.approval;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.clearancedesk.approval.ApprovalProcess;
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
@RequestMapping("/api/requests/{number}")
class ApprovalApi {

    private final ApprovalProcess process;
    private final CaseAccess access;

    ApprovalApi(ApprovalProcess process, CaseAccess access) {
        this.process = process;
        this.access = access;
    }

    @Operation(
            summary = "Revoke an approval for good",
            description = "For approvers and legal, not for whoever made the request.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = Reason.class))))
    @PostMapping("/revocation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String number, @RequestBody Map<String, Object> body) {
        String reason = Reason.in(body);
        process.revoke(access.visible(number).number(), reason);
    }

    @Operation(
            summary = "Waive a condition of an approval",
            description = "For approvers, not for whoever made the request. Conditions are counted from 1.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = Reason.class))))
    @PostMapping("/conditions/{position}/waiver")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void waive(@PathVariable String number, @PathVariable int position, @RequestBody Map<String, Object> body) {
        String reason = Reason.in(body);
        process.waive(access.open(number).number(), position, reason);
    }
}
