package org.clearancedesk.web.register;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.clearancedesk.register.LetterRepository;
import org.clearancedesk.register.StoredLetter;
import org.clearancedesk.web.NotFound;
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

    private static final String JOSE = "application/jose";

    private final CaseViews views;
    private final LetterRepository letters;
    private final CaseAccess access;

    CaseApi(CaseViews views, LetterRepository letters, CaseAccess access) {
        this.views = views;
        this.letters = letters;
        this.access = access;
    }

    @Operation(summary = "One case with its timeline")
    @GetMapping
    CaseView show(@PathVariable String number) {
        return views.of(access.visible(number));
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
        String letter = letterOf(number).number();
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
            summary = "What the written approval says, for programs",
            description = "A compact JWS over JSON, signed with a key of /.well-known/jwks.json; the same that the PDF"
                    + " carries. Whether the approval still holds is said at the address in “status”.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The signed text as issued",
                            content = @Content(mediaType = JOSE, schema = @Schema(type = "string"))))
    @GetMapping("/letter.jws")
    ResponseEntity<String> twin(@PathVariable String number) {
        String letter = letterOf(number).number();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(JOSE))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(letter + ".jws"))
                .body(letters.twinOfCase(number)
                        .orElseThrow(() -> new NotFound(
                                "Letter %s was issued before there were signed texts for programs; it is there as PDF."
                                        .formatted(letter))));
    }

    private StoredLetter letterOf(String number) {
        return letters.ofCase(access.open(number).number())
                .orElseThrow(() ->
                        new NotFound("Request %s has no written approval. One is issued when an approver has said yes."
                                .formatted(number)));
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
