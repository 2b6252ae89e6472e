package org.clearancedesk.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.clearancedesk.register.LetterBook;
import org.clearancedesk.register.Records;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/requests/{number}")
class CaseApi {

    private final CaseViews views;
    private final LetterBook letters;
    private final Records records;
    private final CaseDoor door;

    CaseApi(CaseViews views, LetterBook letters, Records records, CaseDoor door) {
        this.views = views;
        this.letters = letters;
        this.records = records;
        this.door = door;
    }

    @Operation(summary = "One case with its timeline")
    @GetMapping
    CaseView show(@PathVariable String number) {
        return views.of(door.visible(number));
    }

    @Operation(
            summary = "The written approval as PDF",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The letter as issued",
                            content =
                                    @Content(
                                            mediaType = "application/pdf",
                                            schema = @Schema(type = "string", format = "binary"))))
    @GetMapping("/letter")
    ResponseEntity<byte[]> letter(@PathVariable String number) {
        String letter = letters.ofCase(door.open(number).number())
                .orElseThrow(() ->
                        new NotThere("Request %s has no written approval. One is issued when an approver has said yes."
                                .formatted(number)))
                .number();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(letter + ".pdf")
                                .build()
                                .toString())
                .body(letters.pdfOfCase(number).orElseThrow());
    }

    @Operation(
            summary = "The whole record: every event with its hashes",
            description =
                    "“firstBreak” names the first event that was changed, moved, put in or left out; null when the"
                            + " record is whole.")
    @GetMapping("/record")
    WholeRecord record(@PathVariable String number) {
        return WholeRecord.of(records.of(door.open(number).number()));
    }
}
