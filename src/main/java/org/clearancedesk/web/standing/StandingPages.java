package org.clearancedesk.web.standing;

import java.util.Map;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.standing.StandingApprovals;
import org.clearancedesk.standing.StandingTerms;
import org.clearancedesk.web.approval.ApprovalApi;
import org.clearancedesk.web.register.CaseAccess;
import org.clearancedesk.web.register.CaseViews;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Grants and ends standing approvals on the page of a case. */
@Controller
class StandingPages {

    private final StandingApprovals standing;
    private final CaseAccess access;
    private final CaseViews views;
    private final CurrentCaller caller;

    StandingPages(StandingApprovals standing, CaseAccess access, CaseViews views, CurrentCaller caller) {
        this.standing = standing;
        this.access = access;
        this.views = views;
        this.caller = caller;
    }

    @PostMapping("/requests/{number}/standing")
    String grant(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String usesLimit,
            @RequestParam(defaultValue = "") String validUntil,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        Map<String, String> typed = Map.of("usesLimit", usesLimit, "validUntil", validUntil, "reason", reason);
        String found = access.visible(number).number();
        return doing(
                "grant", number, typed, model, () -> standing.grant(found, StandingTerms.from(typed), caller.get()));
    }

    @PostMapping("/requests/{number}/standing/end")
    String end(@PathVariable String number, @RequestParam(defaultValue = "") String reason, Model model) {
        Map<String, String> typed = Map.of("reason", reason);
        String found = access.visible(number).number();
        return doing(
                "end", number, typed, model, () -> standing.end(found, ApprovalApi.Reason.in(typed), caller.get()));
    }

    /** What is refused is said on the page, and nothing typed is lost. */
    private String doing(String form, String number, Map<String, String> typed, Model model, Runnable what) {
        try {
            what.run();
            return "redirect:/requests/" + number;
        } catch (BadInput refused) {
            model.addAttribute("refusal", refused.getMessage());
            model.addAttribute("form", form);
            model.addAllAttributes(typed);
            model.addAttribute("user", caller.get().user());
            model.addAttribute("shown", views.of(access.visible(number)));
            return "request";
        }
    }
}
