package org.clearancedesk.web.register;

import java.util.Map;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.register.CaseRepository;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a case, and what is sent from the forms on it. */
@Component
public class CaseForms {

    private final CaseRepository cases;
    private final CaseViews views;
    private final CurrentCaller caller;

    CaseForms(CaseRepository cases, CaseViews views, CurrentCaller caller) {
        this.cases = cases;
        this.views = views;
        this.caller = caller;
    }

    String show(String number, Model model) {
        Caller reader = caller.get();
        model.addAttribute("user", reader.user());
        model.addAttribute("shown", views.of(cases.get(number, reader.reader())));
        return "request";
    }

    /**
     * Does what a form asks for. What is refused is said on the page, and nothing typed is lost; only the form it was typed
     * into stands open.
     */
    public String send(String form, String number, Map<String, String> typed, Model model, Runnable work) {
        try {
            work.run();
            return "redirect:/requests/" + number;
        } catch (BadInput refused) {
            model.addAttribute("refusal", refused.getMessage());
            model.addAttribute("form", form);
            model.addAllAttributes(typed);
            return show(number, model);
        }
    }
}
