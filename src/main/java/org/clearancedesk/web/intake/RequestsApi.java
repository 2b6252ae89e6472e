package org.clearancedesk.web.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.clearancedesk.intake.ClearanceProcess;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.intake.Guidelines;
import org.clearancedesk.intake.ReviewKind;
import org.clearancedesk.intake.Tier;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.Contacts;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.ProductionAccess;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.CaseSearch;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.Status;
import org.clearancedesk.web.KnownParameters;
import org.clearancedesk.web.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/requests")
class RequestsApi {

    private static final KnownParameters PARAMETERS =
            new KnownParameters(Set.of("q", "status", "tier", "production", "mine", "page", "size"));

    private final ClearanceProcess process;
    private final Guidelines guidelines;
    private final CaseRepository cases;
    private final RequestSearch search;
    private final Withdrawals withdrawals;
    private final Contacts contacts;
    private final ProductionAccess productionAccess;
    private final CurrentCaller caller;

    RequestsApi(
            ClearanceProcess process,
            Guidelines guidelines,
            CaseRepository cases,
            RequestSearch search,
            Withdrawals withdrawals,
            Contacts contacts,
            ProductionAccess productionAccess,
            CurrentCaller caller) {
        this.process = process;
        this.guidelines = guidelines;
        this.cases = cases;
        this.search = search;
        this.withdrawals = withdrawals;
        this.contacts = contacts;
        this.productionAccess = productionAccess;
        this.caller = caller;
    }

    @Operation(
            summary = "Send a request",
            description = "The same road and the same checks as the intake form.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ClearanceRequest.class))))
    @PostMapping
    ResponseEntity<Receipt> send(@RequestBody Map<String, Object> body) {
        String number = process.start(ClearanceRequest.from(body));
        ClearanceCase opened = cases.get(number);
        return ResponseEntity.created(URI.create("/api/requests/" + number))
                .body(new Receipt(number, opened.tier(), opened.status()));
    }

    @Operation(
            summary = "Check a request without sending it",
            description = "Stores nothing.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ClearanceRequest.class))))
    @PostMapping("/validation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void check(
            @RequestBody Map<String, Object> body,
            @Parameter(description = "The request that is changed, when it is not a new one")
                    @RequestParam(required = false)
                    @Nullable
                    String number) {
        ClearanceRequest request = ClearanceRequest.from(body);
        request.requireDisguise();
        Caller sender = caller.get();
        contacts.require(request.netflixContact(), sender);
        if (number == null) {
            productionAccess.require(request.production().code(), sender);
        } else {
            ClearanceCase changed = cases.get(number, sender.reader());
            productionAccess.require(request.production().code(), changed.productionCode(), sender);
        }
        if (guidelines.triage(request.facts()).asksFor(ReviewKind.UNION_CONSENT)) {
            request.requirePerformers();
        }
    }

    @Operation(summary = "The cases that you may see, newest change first")
    @GetMapping
    CaseSearch.Page find(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable Tier tier,
            @RequestParam(required = false) @Nullable String production,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            @Parameter(hidden = true) @RequestParam Map<String, String> all) {
        PARAMETERS.requireNoOther(all.keySet());
        return search.find(q, status, tier, production, mine, page, size);
    }

    @Operation(
            summary = "Withdraw a request that is not decided yet",
            description = "For whoever made it.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = Reason.class))))
    @PostMapping("/{number}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String number, @RequestBody Map<String, Object> body) {
        withdrawals.withdraw(number, Reason.in(body), caller.get());
    }

    /** What a program gets back for a request that was taken. */
    record Receipt(String number, @Nullable Tier tier, Status status) {}
}
