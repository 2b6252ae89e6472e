package org.clearancedesk.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.clearancedesk.request.ProductionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The cases that a search finds. Each way in which the reader may see cases is asked for its newest ones by itself, so that
 * it takes no longer in a register of a million cases than in a small one. Nobody finds a confidential case by what they may
 * not know of it.
 */
final class FoundCases {

    private static final String NEWEST_FIRST = " order by changed_at desc, number desc";

    private final JdbcClient jdbc;
    private final Search search;
    private final Reader reader;
    private final Map<String, Object> params;
    private final List<String> ways;
    private final StringBuilder conditions = new StringBuilder();

    FoundCases(JdbcClient jdbc, Search search, Reader reader) {
        this.jdbc = jdbc;
        this.search = search;
        this.reader = reader;
        this.params = Sight.of(reader);
        this.ways = ways();
        narrow(
                " and case when status = 'SUSPENDED' and not " + Sight.INSIDE
                        + " then 'APPROVED' else status end = :status",
                "status",
                search.status() == null ? null : search.status().name());
        narrow(
                " and tier = :tier",
                "tier",
                search.tier() == null ? null : search.tier().name());
        narrow(
                " and production_key = :production and " + Sight.INSIDE,
                "production",
                search.production() == null ? null : ProductionCode.keyOf(search.production()));
        narrow(
                " and (lower(number) like :text escape '!' or lower(code_name) like :text escape '!' or ("
                        + Sight.INSIDE
                        + " and (lower(title) like :text escape '!' or lower(production_title) like :text escape '!'"
                        + " or lower(production_code) like :text escape '!'"
                        + " or number = (select case_number from clearance_letter l where l.number = :letter))))",
                "text",
                search.text() == null ? null : "%" + literal(search.text()) + "%");
        params.put("letter", search.text() == null ? "" : search.text().toUpperCase(Locale.ROOT));
    }

    Search.Page page() {
        long offset = (long) search.page() * search.size();
        List<String> numbers = jdbc.sql("select number from ("
                        + newest(offset + search.size())
                        + ") found"
                        + NEWEST_FIRST
                        + " offset :offset rows fetch next :size rows only")
                .params(params)
                .param("offset", offset)
                .param("size", search.size())
                .query(String.class)
                .list();
        long total = jdbc.sql("select count(*) from (" + newest(Search.MOST_COUNTED + 1L) + ") found")
                .params(params)
                .query(Long.class)
                .single();
        return new Search.Page(
                seen(numbers),
                search.page(),
                search.size(),
                Math.min(total, Search.MOST_COUNTED),
                total > Search.MOST_COUNTED);
    }

    private List<ClearanceCase> seen(List<String> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(Sight.AS_SEEN + " from clearance_case where number in (:numbers)" + NEWEST_FIRST)
                .params(Sight.of(reader))
                .param("numbers", numbers)
                .query(Cases.CASE)
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
        if (search.mine()) {
            return List.of(Sight.AS_REQUESTER);
        }
        if (reader.everything()) {
            return List.of("1 = 1");
        }
        List<String> ways = new ArrayList<>(List.of(Sight.AS_REQUESTER));
        for (String production : reader.productions()) {
            String name = "production" + ways.size();
            params.put(name, production);
            ways.add("production_key = :" + name);
        }
        if (reader.contact() != null) {
            ways.add(Sight.AS_CONTACT);
        }
        if (!reader.groups().isEmpty()) {
            ways.add(Sight.AS_ONE_ASKED);
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
