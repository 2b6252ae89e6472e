package org.clearancedesk.web.register;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.clearancedesk.intake.Tier;
import org.clearancedesk.register.CaseSearch;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.Status;
import org.clearancedesk.web.KnownParameters;
import org.clearancedesk.web.intake.RequestSearch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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

    private static final KnownParameters PARAMETERS =
            new KnownParameters(Set.of("q", "status", "tier", "production", "mine"));

    private final RequestSearch requests;

    RequestsCsv(RequestSearch requests) {
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
    void table(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable Tier tier,
            @RequestParam(required = false) @Nullable String production,
            @RequestParam(defaultValue = "false") boolean mine,
            @Parameter(hidden = true) @RequestParam Map<String, String> all,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        PARAMETERS.requireNoOther(all.keySet());
        // The first rows are looked for before the answer begins, so that a refusal is still one.
        CaseSearch.Page first = requests.find(q, status, tier, production, mine, 0, ROWS_AT_ONCE);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store, private");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"requests.csv\"");
        Writer table = response.getWriter();
        table.write(SPREADSHEETS_READ_UTF_8_AFTER_THIS);
        try (CSVPrinter rows = FORMAT.print(table)) {
            // A case that changes meanwhile moves to the front and pushes another one onto the next page.
            Set<String> written = new HashSet<>();
            CaseSearch.Page page = first;
            while (true) {
                for (ClearanceCase each : page.cases()) {
                    if (written.size() < MOST_ROWS && written.add(each.number())) {
                        rows.printRecord(cells(each));
                    }
                }
                if (page.cases().size() < ROWS_AT_ONCE || written.size() >= MOST_ROWS) {
                    return;
                }
                page = requests.find(q, status, tier, production, mine, page.page() + 1, ROWS_AT_ONCE);
            }
        }
    }

    private static Stream<String> cells(ClearanceCase each) {
        return Stream.of(
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
                .map(RequestsCsv::harmless);
    }

    private static String harmless(@Nullable Object value) {
        return value == null
                ? ""
                : FORMULA.matcher(value.toString()).replaceAll(place -> Matcher.quoteReplacement(place.group() + "'"));
    }
}
