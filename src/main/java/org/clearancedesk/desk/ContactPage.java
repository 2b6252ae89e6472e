package org.clearancedesk.desk;

import java.util.Map;
import org.clearancedesk.access.CurrentCaller;
import org.clearancedesk.desk.ContactCorrections.Correction;
import org.clearancedesk.request.BadInput;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The part of a case's page on which administrators correct its Netflix contact. */
@Controller
class ContactPage {

    private final ContactCorrections corrections;
    private final Pages pages;
    private final CurrentCaller caller;

    ContactPage(ContactCorrections corrections, Pages pages, CurrentCaller caller) {
        this.corrections = corrections;
        this.pages = pages;
        this.caller = caller;
    }

    @PostMapping("/requests/{number}/contact")
    String correct(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        try {
            corrections.correct(number, Correction.from(Map.of("contact", contact, "reason", reason)), caller.get());
            return "redirect:/requests/" + number;
        } catch (BadInput refused) {
            model.addAttribute("refusal", refused.getMessage());
            model.addAttribute("form", "contact");
            model.addAttribute("contact", contact);
            model.addAttribute("reason", reason);
            return pages.show(number, model);
        }
    }
}
