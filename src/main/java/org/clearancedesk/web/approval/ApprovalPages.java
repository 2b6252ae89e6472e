package org.clearancedesk.web.approval;

import java.util.Map;
import org.clearancedesk.approval.ApprovalProcess;
import org.clearancedesk.web.Reason;
import org.clearancedesk.web.register.CaseAccess;
import org.clearancedesk.web.register.CaseForms;
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
    private final CaseForms forms;

    ApprovalPages(ApprovalProcess process, CaseAccess access, CaseForms forms) {
        this.process = process;
        this.access = access;
        this.forms = forms;
    }

    @PostMapping("/requests/{number}/revocation")
    String revoke(@PathVariable String number, @RequestParam(defaultValue = "") String reason, Model model) {
        Map<String, String> typed = Map.of("reason", reason);
        return forms.send(
                "revocation",
                number,
                typed,
                model,
                () -> process.revoke(access.visible(number).number(), Reason.in(typed)));
    }

    @PostMapping("/requests/{number}/conditions/{position}/waiver")
    String waive(
            @PathVariable String number,
            @PathVariable int position,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        Map<String, String> typed = Map.of("reason", reason);
        return forms.send(
                "waiver-" + position,
                number,
                typed,
                model,
                () -> process.waive(access.open(number).number(), position, Reason.in(typed)));
    }
}
