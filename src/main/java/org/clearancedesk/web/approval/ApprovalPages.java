package org.clearancedesk.web.approval;

import java.util.Map;
import java.util.function.Consumer;
import org.clearancedesk.approval.ApprovalProcess;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.web.register.CaseAccess;
import org.clearancedesk.web.register.CaseViews;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What approvers and legal do on the page of a case. */
@Controller
class ApprovalPages {

    private final ApprovalProcess process;
    private final CaseAccess access;
    private final CaseViews views;
    private final CurrentCaller caller;

    ApprovalPages(ApprovalProcess process, CaseAccess access, CaseViews views, CurrentCaller caller) {
        this.process = process;
        this.access = access;
        this.views = views;
        this.caller = caller;
    }

    @PostMapping("/requests/{number}/revocation")
    String revoke(@PathVariable String number, @RequestParam(defaultValue = "") String reason, Model model) {
        return doing(
                "revocation",
                number,
                reason,
                model,
                given -> process.revoke(access.visible(number).number(), given));
    }

    @PostMapping("/requests/{number}/conditions/{position}/waiver")
    String waive(
            @PathVariable String number,
            @PathVariable int position,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        return doing(
                "waiver-" + position,
                number,
                reason,
                model,
                given -> process.waive(access.open(number).number(), position, given));
    }

    /** What is refused is said on the page, and nothing typed is lost; only the form it was typed into stands open. */
    private String doing(String form, String number, String reason, Model model, Consumer<String> what) {
        try {
            what.accept(ApprovalApi.Reason.in(Map.of("reason", reason)));
            return "redirect:/requests/" + number;
        } catch (BadInput refused) {
            model.addAttribute("refusal", refused.getMessage());
            model.addAttribute("form", form);
            model.addAttribute("reason", reason);
            model.addAttribute("user", caller.get().user());
            model.addAttribute("shown", views.of(access.visible(number)));
            return "request";
        }
    }
}
