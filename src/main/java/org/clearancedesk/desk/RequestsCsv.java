package org.clearancedesk.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.Search;
import org.clearancedesk.register.Status;
import org.clearancedesk.triage.Tier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of requests as a table; what stands in it is what the list says. */
@RestController
class RequestsCsv {

    private static final int MOST_ROWS = 10_000;
    private static final int ROWS_AT_ONCE = 200;
    private static final String SPREADSHEETS_READ_UTF_8_AFTER_THIS = "\uFEFF";

    /**
     * Where a spreadsheet would begin a formula: at the start of a cell, or behind what some country's spreadsheet takes for
     * the end of one.
     */
    private static final Pattern FORMULA =
            Pattern.compile("(^|[;,\t\r\n\"|])(?=[\\s\\p{Z}\\p{C}]*[=+\\-@＝＋－＠﹦﹢﹣﹫−])|^(?=[\t\r\n])");

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "Number",
                    "Title",
                    "Production code",
                    "Production",
                    "Requester",
                    "Netflix contact",
                    "Status",
                    "Tier",
                    "Guideline version",
                    "Sent at",
                    "Changed at")
            .setQuoteMode(QuoteMode.ALL)
            .get();

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final RequestsApi requests;

    RequestsCsv(RequestsApi requests) {
        this.requests = requests;
    }

    @Operation(
            summary = "The cases that you may see as a table",
            description =
                    "As the list, up to 10,000 rows. A cell that a spreadsheet would take for a formula begins with"
                            + " an apostrophe.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Comma-separated values with a head",
                            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    @GetMapping("/api/requests.csv")
    ResponseEntity<byte[]> table(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable Tier tier,
            @RequestParam(required = false) @Nullable String production,
            @RequestParam(defaultValue = "false") boolean mine) {
        Map<String, ClearanceCase> cases = new LinkedHashMap<>();
        Search.Page page;
        int number = 0;
        do {
            page = requests.find(q, status, tier, production, mine, number++, ROWS_AT_ONCE);
            // A case that changes meanwhile moves to the front and pushes another one onto the next page.
            page.cases().forEach(each -> cases.putIfAbsent(each.number(), each));
        } while (page.cases().size() == ROWS_AT_ONCE && cases.size() < MOST_ROWS);
        return ResponseEntity.ok()
                .contentType(CSV)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("requests.csv")
                                .build()
                                .toString())
                .body(written(cases.values().stream().limit(MOST_ROWS).toList()));
    }

    private static byte[] written(List<ClearanceCase> cases) {
        StringBuilder table = new StringBuilder(SPREADSHEETS_READ_UTF_8_AFTER_THIS);
        try (CSVPrinter rows = FORMAT.print(table)) {
            for (ClearanceCase each : cases) {
                rows.printRecord(Stream.of(
                                each.number(),
                                each.title(),
                                each.productionCode(),
                                each.productionTitle(),
                                each.requester(),
                                each.netflixContact(),
                                each.status(),
                                each.tier(),
                                each.guidelineVersion(),
                                each.submittedAt(),
                                each.changedAt())
                        .map(RequestsCsv::harmless));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String harmless(@Nullable Object value) {
        return value == null
                ? ""
                : FORMULA.matcher(value.toString()).replaceAll(place -> Matcher.quoteReplacement(place.group() + "'"));
    }
}
