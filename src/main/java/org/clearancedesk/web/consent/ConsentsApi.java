package org.clearancedesk.web.consent;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.HashMap;
import java.util.Map;
import org.clearancedesk.consent.Affected;
import org.clearancedesk.consent.Consent;
import org.clearancedesk.consent.ConsentChanges;
import org.clearancedesk.consent.ConsentList;
import org.clearancedesk.consent.ConsentSearch;
import org.clearancedesk.consent.ConsentState;
import org.clearancedesk.intake.Fields;
import org.clearancedesk.web.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/consents")
class ConsentsApi {

    private static final int LARGEST_PAGE = 200;
    private static final int LONGEST_OUTLOOK = 3660;

    private final ConsentAccess access;
    private final ConsentList consents;
    private final ConsentChanges changes;

    ConsentsApi(ConsentAccess access, ConsentList consents, ConsentChanges changes) {
        this.access = access;
        this.consents = consents;
        this.changes = changes;
    }

    @Operation(
            summary = "The consents that you may see, newest change first",
            description =
                    "For talent relations and administrators. “endingWithin” asks for those in force that end within"
                            + " so many days, the next to end first.")
    @GetMapping
    ConsentSearch.Page find(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable ConsentState state,
            @RequestParam(required = false) @Nullable Integer endingWithin,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        Map<String, String> texts = new HashMap<>();
        texts.put("q", q);
        Fields fields = new Fields("", texts);
        String text = fields.optionalText("q", Fields.SHORT_TEXT);
        if (endingWithin != null && (endingWithin < 0 || endingWithin > LONGEST_OUTLOOK)) {
            fields.refuse("endingWithin", "“endingWithin” must be from 0 to %d days.".formatted(LONGEST_OUTLOOK));
        }
        if (page < 0) {
            fields.refuse("page", "“page” starts with 0, the first page.");
        }
        if (size < 1 || size > LARGEST_PAGE) {
            fields.refuse("size", "“size” must be from 1 to %d.".formatted(LARGEST_PAGE));
        }
        fields.complete();
        return consents.find(
                new ConsentSearch(text, state, endingWithin, page, size),
                access.reader().reader());
    }

    @Operation(summary = "One consent, and what would change with it")
    @GetMapping("/{id}")
    Detail show(@PathVariable String id) {
        Consent consent = access.visible(id);
        return new Detail(consent, changes.affected(consent, access.reader().reader()), access.mayChange(consent));
    }

    @Operation(
            summary = "Note that somebody took their consent back",
            description = "For talent relations. Every approval that rests on it is suspended at once.",
            requestBody =
                    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reason.class))))
    @PostMapping("/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(
            @PathVariable String id, @org.springframework.web.bind.annotation.RequestBody Map<String, Object> body) {
        access.open(id);
        changes.withdraw(id, Reason.in(body), access.reader().user());
    }

    @Operation(
            summary = "Note that somebody drew narrower bounds around their consent",
            description = "For talent relations. Every approval that rests on it is suspended at once.",
            requestBody =
                    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Limits.class))))
    @PostMapping("/{id}/limitation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void limit(@PathVariable String id, @org.springframework.web.bind.annotation.RequestBody Map<String, Object> body) {
        access.open(id);
        Limits limits = Limits.in(body);
        changes.limit(id, limits.scope(), limits.reason(), access.reader().user());
    }

    record Detail(Consent consent, Affected affected, boolean mayChange) {}
}
