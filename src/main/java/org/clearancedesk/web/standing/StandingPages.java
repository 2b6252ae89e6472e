package org.clearancedesk.web.standing;

import java.util.Map;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.standing.StandingApprovals;
import org.clearancedesk.standing.StandingTerms;
import org.clearancedesk.web.Reason;
import org.clearancedesk.web.register.CaseAccess;
import org.clearancedesk.web.register.CaseForms;
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
    private final CaseForms forms;
    private final CurrentCaller caller;

    StandingPages(StandingApprovals standing, CaseAccess access, CaseForms forms, CurrentCaller caller) {
        this.standing = standing;
        this.access = access;
        this.forms = forms;
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
        return forms.send(
                "grant", number, typed, model, () -> standing.grant(found, StandingTerms.from(typed), caller.get()));
    }

    @PostMapping("/requests/{number}/standing/end")
    String end(@PathVariable String number, @RequestParam(defaultValue = "") String reason, Model model) {
        Map<String, String> typed = Map.of("reason", reason);
        String found = access.visible(number).number();
        return forms.send("end", number, typed, model, () -> standing.end(found, Reason.in(typed), caller.get()));
    }
}
