package org.clearancedesk.web.intake;

import java.util.HashMap;
import java.util.Map;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.Fields;
import org.clearancedesk.intake.Tier;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.CaseSearch;
import org.clearancedesk.register.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks for the cases that the caller may see. */
@Component
public class RequestSearch {

    private static final int LARGEST_PAGE = 200;

    private final CaseRepository cases;
    private final CurrentCaller caller;

    RequestSearch(CaseRepository cases, CurrentCaller caller) {
        this.cases = cases;
        this.caller = caller;
    }

    /** @throws BadInput when something cannot be looked for */
    public CaseSearch.Page find(
            @Nullable String q,
            @Nullable Status status,
            @Nullable Tier tier,
            @Nullable String production,
            boolean mine,
            int page,
            int size) {
        Map<String, String> texts = new HashMap<>();
        texts.put("q", q);
        texts.put("production", production);
        Fields fields = new Fields("", texts);
        CaseSearch caseSearch = new CaseSearch(
                fields.optionalText("q", Fields.SHORT_TEXT),
                status,
                tier,
                fields.optionalText("production", Fields.SHORT_TEXT),
                mine,
                page,
                size);
        if (page < 0) {
            fields.refuse("page", "“page” starts with 0, the page with the newest changes.");
        }
        if (size < 1 || size > LARGEST_PAGE) {
            fields.refuse("size", "“size” must be from 1 to %d.".formatted(LARGEST_PAGE));
        }
        fields.complete();
        return cases.find(caseSearch, caller.get().reader());
    }
}
