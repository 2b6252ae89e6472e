package org.clearancedesk.web.consent;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.clearancedesk.consent.AgreementRepository;
import org.clearancedesk.review.Agreement;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/agreements")
class AgreementsApi {

    private final AgreementRepository agreements;
    private final StrikeNotes strikeNotes;

    AgreementsApi(AgreementRepository agreements, StrikeNotes strikeNotes) {
        this.agreements = agreements;
        this.strikeNotes = strikeNotes;
    }

    @Operation(
            summary = "The agreements under which people work, and what each asks of a consent",
            description = "With “on”, those that are in force on that day.")
    @GetMapping
    List<Agreement> all(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on) {
        return agreements.all(on);
    }

    @Operation(
            summary = "Note that a strike is called under an agreement, or over",
            description = "For talent relations and administrators. As long as it lasts, nothing is approved that needs"
                    + " consent under the agreement. Approvals in force that need it are suspended where the agreement"
                    + " says so (“suspendsOnStrike”); of the others talent relations gets a mail each. That it is over"
                    + " releases nothing: legal decides that of each.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = StrikeNote.class))))
    @PostMapping("/{id}/strike")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void strike(
            @PathVariable String id, @org.springframework.web.bind.annotation.RequestBody Map<String, Object> body) {
        strikeNotes.note(id, body);
    }

    /** Whether a strike is called, and the union's words or where they stand. */
    record StrikeNote(boolean called, String reason) {}
}
