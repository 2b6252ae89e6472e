package org.clearancedesk.web.approval;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearancedesk.approval.Approvals;
import org.clearancedesk.approval.Renewals;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.ClearanceProcess;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.people.Contacts;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.web.intake.Questions;
import org.clearancedesk.web.register.CaseAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new request made from an old one, filled in already; of an approval it is the renewal. */
@Controller
class RenewalPage {

    private final CaseAccess access;
    private final CaseRepository cases;
    private final Approvals approvals;
    private final Renewals renewals;
    private final ClearanceProcess process;
    private final Questions questions;
    private final CurrentCaller caller;
    private final Contacts contacts;
    private final ObjectMapper json;

    RenewalPage(
            CaseAccess access,
            CaseRepository cases,
            Approvals approvals,
            Renewals renewals,
            ClearanceProcess process,
            Questions questions,
            CurrentCaller caller,
            Contacts contacts,
            ObjectMapper json) {
        this.access = access;
        this.cases = cases;
        this.approvals = approvals;
        this.renewals = renewals;
        this.process = process;
        this.questions = questions;
        this.caller = caller;
        this.contacts = contacts;
        this.json = json;
    }

    @GetMapping("/requests/{number}/renewal")
    String ask(@PathVariable String number, Model model) {
        model.addAttribute("underWay", renewals.underWay(number).orElse(null));
        return page(number, known(number), model);
    }

    /** @param draft whether it only fills the page in, with answers that have changed */
    @PostMapping("/requests/{number}/renewal")
    String send(
            @PathVariable String number,
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "false") boolean draft,
            Model model) {
        if (draft) {
            Map<String, Object> known = known(number);
            known.put("facts", Questions.facts(sent));
            known.put("description", described(String.valueOf(known.get("description")), sent.get("description")));
            return page(number, known, model);
        }
        Map<String, Object> given = RenewalForm.read(sent);
        try {
            if (approvals.validity(access.open(number).number()).isPresent()) {
                given.put("predecessor", number);
            }
            return "redirect:/requests/" + process.start(ClearanceRequest.from(given));
        } catch (BadInput refused) {
            model.addAttribute("problems", refused.problems());
            return page(number, given, model);
        }
    }

    /** What was asked for, and what is another now; the requester makes one text of it. */
    private static String described(String before, @Nullable String changed) {
        return changed == null || changed.isBlank() ? before : before + "\n\nNow: " + changed.strip();
    }

    private Map<String, Object> known(String number) {
        ClearanceCase earlier = access.open(number);
        ClearanceRequest request = cases.request(number).toldTo(earlier.netflixContact());
        Map<String, Object> known = new LinkedHashMap<>(json.convertValue(request, new TypeReference<>() {}));
        known.put("evidence", List.of());
        return known;
    }

    private String page(String number, Map<String, Object> filledIn, Model model) {
        model.addAttribute("user", caller.get().user());
        model.addAttribute("shown", access.open(number));
        model.addAttribute("renews", approvals.validity(number).isPresent());
        model.addAttribute("sections", questions.sections());
        model.addAttribute("roles", questions.roles());
        model.addAttribute("given", filledIn);
        model.addAttribute("chosen", filledIn.get("facts"));
        model.addAttribute("contacts", contacts.of(caller.get()));
        model.addAttribute("people", RenewalForm.rows(filledIn.get("performers")));
        return "renewal";
    }
}
