package org.clearancedesk.desk;

import io.swagger.v3.oas.annotations.Operation;
import org.clearancedesk.access.CurrentCaller;
import org.clearancedesk.register.Cases;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.LetterBook;
import org.clearancedesk.register.UnknownCase;
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

    private final Cases cases;
    private final CaseViews views;
    private final LetterBook letters;
    private final CurrentCaller caller;

    CaseApi(Cases cases, CaseViews views, LetterBook letters, CurrentCaller caller) {
        this.cases = cases;
        this.views = views;
        this.letters = letters;
        this.caller = caller;
    }

    @Operation(summary = "One case with its timeline")
    @GetMapping
    CaseView show(@PathVariable String number) {
        return views.of(visible(number));
    }

    @Operation(summary = "The written approval as PDF")
    @GetMapping("/letter")
    ResponseEntity<byte[]> letter(@PathVariable String number) {
        String letter = letters.ofCase(visible(number).number())
                .orElseThrow(() -> new UnknownCase(number))
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
        ClearanceCase visible = visible(number);
        return new WholeRecord(
                number,
                visible.lastHash(),
                cases.firstBreak(number).orElse(null),
                cases.events(number).stream().map(views::event).toList());
    }

    private ClearanceCase visible(String number) {
        return cases.get(number, caller.get().reader());
    }
}
