package org.clearancedesk.web.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.clearancedesk.consent.AgreementRepository;
import org.clearancedesk.consent.Consent;
import org.clearancedesk.consent.ConsentChanges;
import org.clearancedesk.consent.ConsentList;
import org.clearancedesk.consent.ConsentSearch;
import org.clearancedesk.consent.ConsentState;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.CleanText;
import org.clearancedesk.web.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages on which talent relations looks after consents and the agreements they are under. */
@Controller
class ConsentPages {

    private static final int CONSENTS_ON_A_PAGE = 25;

    private final ConsentAccess access;
    private final ConsentList consents;
    private final ConsentChanges changes;
    private final AgreementRepository agreements;
    private final StrikeNotes strikeNotes;
    private final Clock clock;

    ConsentPages(
            ConsentAccess access,
            ConsentList consents,
            ConsentChanges changes,
            AgreementRepository agreements,
            StrikeNotes strikeNotes,
            Clock clock) {
        this.access = access;
        this.consents = consents;
        this.changes = changes;
        this.agreements = agreements;
        this.strikeNotes = strikeNotes;
        this.clock = clock;
    }

    @GetMapping("/consents")
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable ConsentState state,
            @RequestParam(defaultValue = "false") boolean ending,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        String text = q == null ? "" : CleanText.line(q);
        ConsentSearch search = new ConsentSearch(
                text.isEmpty() ? null : text, state, ending ? 90 : null, Math.max(page, 0), CONSENTS_ON_A_PAGE);
        model.addAttribute("found", consents.find(search, access.reader().reader()));
        model.addAttribute("q", q);
        model.addAttribute("state", state);
        model.addAttribute("states", ConsentState.values());
        model.addAttribute("ending", ending);
        return "consents";
    }

    @GetMapping("/consents/{id}")
    String show(@PathVariable String id, Model model) {
        Consent consent = access.visible(id);
        model.addAttribute("consent", consent);
        model.addAttribute("affected", changes.affected(consent, access.reader().reader()));
        model.addAttribute("mayChange", access.mayChange(consent));
        return "consent";
    }

    /** Asks first, with the names of what will be suspended; does it when the person has read that and said yes. */
    @PostMapping("/consents/{id}/change")
    String change(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Model model) {
        access.open(id);
        boolean limited = what.equals("LIMITED");
        model.addAttribute("what", limited ? "LIMITED" : "WITHDRAWN");
        model.addAttribute("reason", reason);
        model.addAttribute("scope", scope);
        try {
            Limits given = limited
                    ? Limits.in(Map.of("reason", reason, "scope", scope))
                    : new Limits(Reason.in(Map.of("reason", reason)), "");
            if (!confirmed) {
                show(id, model);
                return "consent-change";
            }
            if (limited) {
                changes.limit(id, given.scope(), given.reason(), access.reader().user());
            } else {
                changes.withdraw(id, given.reason(), access.reader().user());
            }
            return "redirect:/consents/" + id;
        } catch (BadInput refused) {
            model.addAttribute("refusal", refused.getMessage());
            return show(id, model);
        }
    }

    @GetMapping("/agreements")
    String agreements(Model model) {
        access.reader();
        model.addAttribute("agreements", agreements.all(null));
        model.addAttribute("concerned", strikeNotes.concerned());
        model.addAttribute("today", LocalDate.now(clock));
        return "agreements";
    }

    @PostMapping("/agreements/{id}/strike")
    String strike(
            @PathVariable String id,
            @RequestParam boolean called,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        try {
            strikeNotes.note(id, Map.of("called", called, "reason", reason));
            return "redirect:/agreements";
        } catch (BadInput refused) {
            model.addAttribute("refusal", refused.getMessage());
            return agreements(model);
        }
    }
}
