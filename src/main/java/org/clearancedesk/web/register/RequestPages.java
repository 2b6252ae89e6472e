package org.clearancedesk.web.register;

import java.util.List;
import java.util.Map;
import org.clearancedesk.approval.Renewals;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.Tier;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.register.CaseSearch;
import org.clearancedesk.register.Status;
import org.clearancedesk.web.Reason;
import org.clearancedesk.web.intake.RequestSearch;
import org.clearancedesk.web.intake.Withdrawals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of the desk's own: where each request stands. */
@Controller
class RequestPages {

    private static final int CASES_ON_A_PAGE = 25;

    private final RequestSearch requests;
    private final CaseForms forms;
    private final Withdrawals withdrawals;
    private final CurrentCaller caller;

    RequestPages(RequestSearch requests, CaseForms forms, Withdrawals withdrawals, CurrentCaller caller) {
        this.requests = requests;
        this.forms = forms;
        this.withdrawals = withdrawals;
        this.caller = caller;
    }

    @GetMapping("/")
    String start() {
        return "redirect:/camunda/app/tasklist/default/";
    }

    @GetMapping("/requests")
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable Tier tier,
            @RequestParam(required = false) @Nullable String production,
            @RequestParam(defaultValue = "true") boolean mine,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Caller reader = caller.get();
        model.addAttribute("user", reader.user());
        model.addAttribute("q", q);
        model.addAttribute("status", status);
        model.addAttribute("tier", tier);
        model.addAttribute("production", production);
        model.addAttribute("statuses", Status.values());
        model.addAttribute("mine", mine);
        model.addAttribute("renewable", Renewals.RENEWABLE);
        try {
            model.addAttribute(
                    "found", requests.find(q, status, tier, production, mine, Math.max(page, 0), CASES_ON_A_PAGE));
        } catch (BadInput refused) {
            model.addAttribute("refusal", refused.getMessage());
            model.addAttribute("found", new CaseSearch.Page(List.of(), 0, CASES_ON_A_PAGE, 0, false));
        }
        return "requests";
    }

    @GetMapping("/requests/{number}")
    String show(@PathVariable String number, Model model) {
        return forms.show(number, model);
    }

    @PostMapping("/requests/{number}/withdrawal")
    String withdraw(@PathVariable String number, @RequestParam(defaultValue = "") String reason, Model model) {
        Map<String, String> typed = Map.of("reason", reason);
        return forms.send(
                "withdrawal", number, typed, model, () -> withdrawals.withdraw(number, Reason.in(typed), caller.get()));
    }
}
