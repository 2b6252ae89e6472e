package org.clearancedesk.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final String VISIBLE =
            """
            (:everything or requester = :user or production_code in (:productions)
              or lower(netflix_contact) = :contact
              or exists (select 1 from clearance_reader r where r.case_number = number and r.group_id in (:groups)))
            """;

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Chain chain;
    private final CanonicalJson json;

    Cases(JdbcClient jdbc, Ledger ledger, Chain chain, CanonicalJson json) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.chain = chain;
        this.json = json;
    }

    /** @throws UnknownCase when there is none */
    public ClearanceCase get(String number) {
        return jdbc.sql("select * from clearance_case where number = ?")
                .param(number)
                .query(CASE)
                .optional()
                .orElseThrow(() -> new UnknownCase(number));
    }

    /** @throws UnknownCase when there is none that the reader may see */
    public ClearanceCase get(String number, Reader reader) {
        return jdbc.sql("select * from clearance_case where number = :number and " + VISIBLE)
                .param("number", number)
                .params(visibility(reader))
                .query(CASE)
                .optional()
                .orElseThrow(() -> new UnknownCase(number));
    }

    public Search.Page find(Search search, Reader reader) {
        StringBuilder where = new StringBuilder(" from clearance_case where ").append(VISIBLE);
        Map<String, Object> params = visibility(reader);
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
        narrow(where, params, " and production_code = :production", "production", search.production());
        narrow(
                where,
                params,
                " and (lower(title) like :text escape '!' or lower(production_title) like :text escape '!'"
                        + " or lower(production_code) like :text escape '!' or lower(number) like :text escape '!')",
                "text",
                search.text() == null ? null : "%" + literal(search.text()) + "%");
        long total = jdbc.sql("select count(*)" + where)
                .params(params)
                .query(Long.class)
                .single();
        params.put("size", search.size());
        params.put("offset", (long) search.page() * search.size());
        List<ClearanceCase> cases = jdbc.sql("select *" + where
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

    /** Groups that the case was brought before. */
    public List<String> groupsAsked(String number) {
        return jdbc.sql("select group_id from clearance_reader where case_number = ? order by group_id")
                .param(number)
                .query(String.class)
                .list();
    }

    /** Checks the case's chain: the first event that does not fit, or empty when all do. */
    public Optional<ChainBreak> firstBreak(String number) {
        return chain.firstBreak(ledger.head(number), ledger.stored(number));
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

    private static Map<String, Object> visibility(Reader reader) {
        Map<String, Object> params = new HashMap<>();
        params.put("everything", reader.everything());
        params.put("user", reader.user());
        params.put("productions", orNone(reader.productions()));
        params.put("contact", reader.contact() == null ? "" : reader.contact().toLowerCase(Locale.ROOT));
        params.put("groups", orNone(reader.groups()));
        return params;
    }

    private static List<String> orNone(Set<String> ids) {
        return ids.isEmpty() ? List.of("") : List.copyOf(ids);
    }

    private static String literal(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
    }
}
