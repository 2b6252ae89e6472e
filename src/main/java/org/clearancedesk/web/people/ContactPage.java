package org.clearancedesk.web.people;

import java.util.Map;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.web.people.ContactCorrections.Correction;
import org.clearancedesk.web.register.CaseForms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The part of a case's page on which administrators correct its Netflix contact. */
@Controller
class ContactPage {

    private final ContactCorrections corrections;
    private final CaseForms forms;
    private final CurrentCaller caller;

    ContactPage(ContactCorrections corrections, CaseForms forms, CurrentCaller caller) {
        this.corrections = corrections;
        this.forms = forms;
        this.caller = caller;
    }

    @PostMapping("/requests/{number}/contact")
    String correct(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        Map<String, String> typed = Map.of("contact", contact, "reason", reason);
        return forms.send(
                "contact",
                number,
                typed,
                model,
                () -> corrections.correct(number, Correction.from(typed), caller.get()));
    }
}
