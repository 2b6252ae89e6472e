package org.clearancedesk.web.approval;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.clearancedesk.approval.ScopeChange;
import org.clearancedesk.approval.ScopeChanges;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.web.intake.Questions;
import org.clearancedesk.web.register.CaseAccess;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** “Something changed”: the new answers, what they mean compared with the old ones, and then the word on record. */
@Controller
class ScopeChangePage {

    private final ScopeChanges changes;
    private final RequesterAccess requesterAccess;
    private final CaseAccess access;
    private final CaseRepository cases;
    private final Questions questions;
    private final ObjectMapper json;

    ScopeChangePage(
            ScopeChanges changes,
            RequesterAccess requesterAccess,
            CaseAccess access,
            CaseRepository cases,
            Questions questions,
            ObjectMapper json) {
        this.changes = changes;
        this.requesterAccess = requesterAccess;
        this.access = access;
        this.cases = cases;
        this.questions = questions;
        this.json = json;
    }

    @GetMapping("/requests/{number}/scope-change")
    String ask(@PathVariable String number, Model model) {
        requesterAccess.require(number);
        Map<String, Object> decided = json.convertValue(cases.request(number).facts(), new TypeReference<>() {});
        return page(number, decided, "", model);
    }

    @PostMapping("/requests/{number}/scope-change")
    String change(
            @PathVariable String number,
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "") String description,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Model model) {
        String holder = requesterAccess.require(number);
        Map<String, Object> given = Questions.facts(sent);
        try {
            ChangedUse use = ChangedUse.in(Map.of("description", description, "facts", given));
            if (confirmed) {
                changes.tell(number, use.facts(), use.description(), holder);
                return "redirect:/requests/" + number;
            }
            ScopeChange change = changes.preview(number, use.facts());
            if (change.changesNothing()) {
                throw new BadInput("facts", "Nothing has changed yet. Please choose the answers that are others now.");
            }
            model.addAttribute("change", ScopeChangeView.of(change, questions));
        } catch (BadInput refused) {
            model.addAttribute("refusal", refused.getMessage());
        }
        return page(number, given, description, model);
    }

    private String page(String number, Map<String, Object> chosen, String description, Model model) {
        model.addAttribute("user", access.visible(number).requester());
        model.addAttribute("shown", access.visible(number));
        model.addAttribute("sections", questions.sections());
        model.addAttribute("chosen", chosen);
        model.addAttribute("description", description);
        return "scope-change";
    }
}
