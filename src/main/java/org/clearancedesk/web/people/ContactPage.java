package org.clearancedesk.web.people;

import java.util.Map;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.web.people.ContactCorrections.Correction;
import org.clearancedesk.web.register.RequestPages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The part of a case's page on which administrators correct its Netflix contact. */
@Controller
class ContactPage {

    private final ContactCorrections corrections;
    private final RequestPages requestPages;
    private final CurrentCaller caller;

    ContactPage(ContactCorrections corrections, RequestPages requestPages, CurrentCaller caller) {
        this.corrections = corrections;
        this.requestPages = requestPages;
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
            return requestPages.show(number, model);
        }
    }
}
