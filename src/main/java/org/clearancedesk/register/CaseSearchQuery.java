package org.clearancedesk.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.clearancedesk.production.ProductionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The cases that a search finds. Each way in which the reader may see cases is asked for its newest ones by itself, so that
 * it takes no longer in a register of a million cases than in a small one. Nobody finds a confidential case by what they may
 * not know of it.
 */
final class CaseSearchQuery {

    private static final String NEWEST_FIRST = " order by changed_at desc, number desc";

    private final JdbcClient jdbc;
    private final CaseSearch caseSearch;
    private final Viewer viewer;
    private final Map<String, Object> params;
    private final List<String> ways;
    private final StringBuilder conditions = new StringBuilder();

    CaseSearchQuery(JdbcClient jdbc, CaseSearch caseSearch, Viewer viewer) {
        this.jdbc = jdbc;
        this.caseSearch = caseSearch;
        this.viewer = viewer;
        this.params = CaseVisibility.of(viewer);
        this.ways = ways();
        narrow(
                " and case when status = 'SUSPENDED' and not " + CaseVisibility.INSIDE
                        + " then 'APPROVED' else status end = :status",
                "status",
                caseSearch.status() == null ? null : caseSearch.status().name());
        narrow(
                " and tier = :tier",
                "tier",
                caseSearch.tier() == null ? null : caseSearch.tier().name());
        narrow(
                " and production_key = :production and " + CaseVisibility.INSIDE,
                "production",
                caseSearch.production() == null ? null : ProductionCode.keyOf(caseSearch.production()));
        narrow(
                " and (lower(number) like :text escape '!' or lower(code_name) like :text escape '!' or ("
                        + CaseVisibility.INSIDE
                        + " and (lower(title) like :text escape '!' or lower(production_title) like :text escape '!'"
                        + " or lower(production_code) like :text escape '!'"
                        + " or number = (select case_number from clearance_letter l where l.number = :letter))))",
                "text",
                caseSearch.text() == null ? null : "%" + literal(caseSearch.text()) + "%");
        params.put("letter", caseSearch.text() == null ? "" : caseSearch.text().toUpperCase(Locale.ROOT));
    }

    CaseSearch.Page page() {
        long offset = (long) caseSearch.page() * caseSearch.size();
        List<String> numbers = jdbc.sql("select number from ("
                        + newest(offset + caseSearch.size())
                        + ") found"
                        + NEWEST_FIRST
                        + " offset :offset rows fetch next :size rows only")
                .params(params)
                .param("offset", offset)
                .param("size", caseSearch.size())
                .query(String.class)
                .list();
        long total = jdbc.sql("select count(*) from (" + newest(CaseSearch.MOST_COUNTED + 1L) + ") found")
                .params(params)
                .query(Long.class)
                .single();
        return new CaseSearch.Page(
                seen(numbers),
                caseSearch.page(),
                caseSearch.size(),
                Math.min(total, CaseSearch.MOST_COUNTED),
                total > CaseSearch.MOST_COUNTED);
    }

    private List<ClearanceCase> seen(List<String> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(CaseVisibility.AS_SEEN + " from clearance_case where number in (:numbers)" + NEWEST_FIRST)
                .params(CaseVisibility.of(viewer))
                .param("numbers", numbers)
                .query(CaseRepository.CASE)
                .list();
    }

    /** The newest of each way together, and perhaps more than so many: some are found in two ways. */
    private String newest(long most) {
        return ways.stream()
                .map(way -> "(select number, changed_at from clearance_case where %s%s%s fetch first %d rows only)"
                        .formatted(way, conditions, NEWEST_FIRST, most))
                .collect(Collectors.joining(" union "));
    }

    private List<String> ways() {
        if (caseSearch.mine()) {
            return List.of(CaseVisibility.AS_REQUESTER);
        }
        if (viewer.everything()) {
            return List.of("1 = 1");
        }
        List<String> ways = new ArrayList<>(List.of(CaseVisibility.AS_REQUESTER));
        for (String production : viewer.productions()) {
            String name = "production" + ways.size();
            params.put(name, production);
            ways.add("production_key = :" + name);
        }
        if (viewer.contact() != null) {
            ways.add(CaseVisibility.AS_CONTACT);
            ways.add(CaseVisibility.BY_ADDRESS);
        }
        if (!viewer.groups().isEmpty()) {
            ways.add(CaseVisibility.AS_ONE_ASKED);
        }
        return ways;
    }

    private void narrow(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.append(condition);
            params.put(name, value);
        }
    }

    private static String literal(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
    }
}
