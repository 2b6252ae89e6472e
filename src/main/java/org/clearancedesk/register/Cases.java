package org.clearancedesk.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clearancedesk.request.ClearanceRequest;
import org.clearancedesk.review.GivenOpinion;
import org.clearancedesk.review.Opinion;
import org.clearancedesk.triage.Triage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the register. */
@Component
public class Cases {

    private static final RowMapper<ClearanceCase> CASE = new CaseRow();

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final CanonicalJson json;

    Cases(JdbcClient jdbc, Ledger ledger, CanonicalJson json) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.json = json;
    }

    /** @throws UnknownCase when there is none */
    public ClearanceCase get(String number) {
        return jdbc.sql("select clearance_case.*, true as inside from clearance_case where number = ?")
                .param(number)
                .query(CASE)
                .optional()
                .orElseThrow(() -> new UnknownCase(number));
    }

    /**
     * The case as the reader may know it: a confidential one by its code name, unless they work on it.
     *
     * @throws UnknownCase when there is none that the reader may see
     */
    public ClearanceCase get(String number, Reader reader) {
        return jdbc.sql(Sight.AS_SEEN + " from clearance_case where number = :number and " + Sight.VISIBLE)
                .param("number", number)
                .params(Sight.of(reader))
                .query(CASE)
                .optional()
                .orElseThrow(() -> new UnknownCase(number));
    }

    /** Nobody finds a confidential case by what they may not know of it. */
    public Search.Page find(Search search, Reader reader) {
        StringBuilder where = new StringBuilder(" from clearance_case where ").append(Sight.VISIBLE);
        Map<String, Object> params = Sight.of(reader);
        narrow(where, params, " and requester = :user", "user", search.mine() ? reader.user() : null);
        narrow(
                where,
                params,
                " and status = :status",
                "status",
                search.status() == null ? null : search.status().name());
        narrow(
                where,
                params,
                " and tier = :tier",
                "tier",
                search.tier() == null ? null : search.tier().name());
        narrow(
                where,
                params,
                " and production_code = :production and " + Sight.INSIDE,
                "production",
                search.production());
        narrow(
                where,
                params,
                " and (lower(number) like :text escape '!' or lower(code_name) like :text escape '!' or ("
                        + Sight.INSIDE
                        + " and (lower(title) like :text escape '!' or lower(production_title) like :text escape '!'"
                        + " or lower(production_code) like :text escape '!')))",
                "text",
                search.text() == null ? null : "%" + literal(search.text()) + "%");
        long total = jdbc.sql("select count(*)" + where)
                .params(params)
                .query(Long.class)
                .single();
        params.put("size", search.size());
        params.put("offset", (long) search.page() * search.size());
        List<ClearanceCase> cases = jdbc.sql(Sight.AS_SEEN + where
                        + " order by changed_at desc, number desc offset :offset rows fetch next :size rows only")
                .params(params)
                .query(CASE)
                .list();
        return new Search.Page(cases, search.page(), search.size(), total);
    }

    /** The request as last submitted. */
    public ClearanceRequest request(String number) {
        return last(number, "request", ClearanceRequest.class, EventType.REQUEST_SUBMITTED, EventType.REQUEST_AMENDED)
                .orElseThrow(() -> new UnknownCase(number));
    }

    /** The last triage; empty before the first. */
    public Optional<Triage> triage(String number) {
        return last(number, "triage", Triage.class, EventType.TRIAGED);
    }

    public List<CaseEvent> events(String number) {
        return ledger.events(number);
    }

    /** Every opinion of the case in the order in which it was given, with the round it belongs to. */
    public List<RoundOpinion> opinions(String number) {
        int round = 1;
        List<RoundOpinion> opinions = new ArrayList<>();
        for (CaseEvent event : ledger.events(number)) {
            Class<? extends Opinion> kind = event.type().opinion();
            if (event.type() == EventType.REQUEST_AMENDED) {
                round++;
            } else if (kind != null) {
                Opinion opinion = json.convert(payload(event).get("opinion"), kind);
                opinions.add(new RoundOpinion(round, new GivenOpinion(event.actor(), event.at(), opinion)));
            }
        }
        return opinions;
    }

    /** The opinions of the round that the case is in. */
    public List<GivenOpinion> opinionsOfThisRound(String number) {
        int round = get(number).round();
        return opinions(number).stream()
                .filter(opinion -> opinion.round() == round)
                .map(RoundOpinion::given)
                .toList();
    }

    /** What people gave as their reasons in the round that the case is in, one after the other. */
    public String reasonsOfThisRound(String number) {
        return opinionsOfThisRound(number).stream()
                .map(given -> given.opinion().reason())
                .filter(reason -> !reason.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /** Groups that the case was brought before. */
    public List<String> groupsAsked(String number) {
        return jdbc.sql("select group_id from clearance_reader where case_number = ? order by group_id")
                .param(number)
                .query(String.class)
                .list();
    }

    /** The numbers of all cases. */
    public List<String> numbers() {
        return jdbc.sql("select number from clearance_case order by number")
                .query(String.class)
                .list();
    }

    private <T> Optional<T> last(String number, String field, Class<T> type, EventType... types) {
        return ledger.last(number, List.of(types))
                .map(event -> json.convert(payload(event).get(field), type));
    }

    private Map<?, ?> payload(CaseEvent event) {
        return json.read(event.payload(), Map.class);
    }

    private static void narrow(
            StringBuilder where, Map<String, Object> params, String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            params.put(name, value);
        }
    }

    private static String literal(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
    }
}
