package org.clearancedesk.web.approval;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.clearancedesk.approval.ScopeChanges;
import org.clearancedesk.intake.Facts;
import org.clearancedesk.intake.Fields;
import org.clearancedesk.web.intake.Questions;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/requests/{number}/scope-change")
class ScopeChangeApi {

    private final ScopeChanges changes;
    private final RequesterAccess requesterAccess;
    private final Questions questions;

    ScopeChangeApi(ScopeChanges changes, RequesterAccess requesterAccess, Questions questions) {
        this.changes = changes;
        this.requesterAccess = requesterAccess;
        this.questions = questions;
    }

    @Operation(
            summary = "Tell that a decided use has changed",
            description =
                    "For whoever made the request. The new answers are triaged against the old ones: the approval stays when nothing new is asked for, else it is suspended until legal has decided.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ChangedUse.class))))
    @PostMapping
    ScopeChangeView tell(@PathVariable String number, @RequestBody Map<String, Object> body) {
        String holder = requesterAccess.require(number);
        ChangedUse use = ChangedUse.in(body);
        return ScopeChangeView.of(changes.tell(number, use.facts(), use.description(), holder), questions);
    }

    @Operation(
            summary = "See what a change of a decided use would mean",
            description = "Stores nothing.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = Answers.class))))
    @PostMapping("/preview")
    ScopeChangeView preview(@PathVariable String number, @RequestBody Map<String, Object> body) {
        requesterAccess.require(number);
        Fields fields = new Fields("", body);
        fields.ignore("facts");
        fields.complete();
        return ScopeChangeView.of(changes.preview(number, ChangedUse.factsIn(body)), questions);
    }

    /** The answers as they are now. */
    record Answers(Facts facts) {}
}
