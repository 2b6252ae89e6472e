package org.clearancedesk.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.intake.Triage;
import org.clearancedesk.review.GivenOpinion;
import org.clearancedesk.review.Opinion;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the register. */
@Component
public class CaseRepository {

    static final RowMapper<ClearanceCase> CASE = new CaseRow();

    private final JdbcClient jdbc;
    private final JdbcClient searches;
    private final EventStore eventStore;
    private final CanonicalJson json;

    CaseRepository(JdbcClient jdbc, DataSource database, EventStore eventStore, CanonicalJson json) {
        this.jdbc = jdbc;
        this.searches = JdbcClient.create(new UnpreparedJdbcTemplate(database));
        this.eventStore = eventStore;
        this.json = json;
    }

    /** @throws UnknownCase when there is none */
    public ClearanceCase get(String number) {
        return LockedCases.ofThisTransaction().row(number, () -> jdbc.sql(
                        "select clearance_case.*, true as inside from clearance_case where number = ?")
                .param(number)
                .query(CASE)
                .optional()
                .orElseThrow(() -> new UnknownCase(number)));
    }

    /**
     * The case as the reader may know it: a confidential one by its code name, unless they work on it.
     *
     * @throws UnknownCase when there is none that the reader may see
     */
    public ClearanceCase get(String number, Viewer viewer) {
        return jdbc.sql(CaseVisibility.AS_SEEN + " from clearance_case where number = :number and "
                        + CaseVisibility.VISIBLE)
                .param("number", number)
                .params(CaseVisibility.of(viewer))
                .query(CASE)
                .optional()
                .orElseThrow(() -> new UnknownCase(number));
    }

    public CaseSearch.Page find(CaseSearch caseSearch, Viewer viewer) {
        return new CaseSearchQuery(searches, caseSearch, viewer).page();
    }

    /** Which call moved the case last; what the desk then does by itself was caused by that call. */
    public Optional<String> correlation(String number) {
        return jdbc.sql("select correlation from clearance_case where number = ?")
                .param(number)
                .query(String.class)
                .optional();
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

    /** The request as the events of a case have it last. */
    public ClearanceRequest request(List<CaseEvent> events) {
        return last(events, "request", ClearanceRequest.class, EventType.REQUEST_SUBMITTED, EventType.REQUEST_AMENDED)
                .orElseThrow();
    }

    /** The last triage among the events of a case. */
    public Optional<Triage> triage(List<CaseEvent> events) {
        return last(events, "triage", Triage.class, EventType.TRIAGED);
    }

    /** The last triage as it was written down, with whatever it said at that time. */
    public JsonNode triageAsWritten(String number) {
        return eventStore
                .last(number, List.of(EventType.TRIAGED))
                .map(event -> json.read(event.payload(), JsonNode.class).path("triage"))
                .orElseGet(MissingNode::getInstance);
    }

    public List<CaseEvent> events(String number) {
        return eventStore.events(number);
    }

    /** Every opinion of the case in the order in which it was given, with the round it belongs to. */
    public List<RoundOpinion> opinions(String number) {
        return opinions(events(number));
    }

    /** The same of events that have been read. */
    public List<RoundOpinion> opinions(List<CaseEvent> events) {
        int round = 1;
        List<RoundOpinion> opinions = new ArrayList<>();
        for (CaseEvent event : events) {
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
        return opinionsOfThisRound(events(number));
    }

    /** The same of events that have been read. */
    public List<GivenOpinion> opinionsOfThisRound(List<CaseEvent> events) {
        int amended = events.stream()
                .filter(event -> event.type() == EventType.REQUEST_AMENDED)
                .mapToInt(CaseEvent::sequence)
                .max()
                .orElse(0);
        return opinions(events.stream()
                        .filter(event -> event.sequence() > amended)
                        .toList())
                .stream()
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

    /** Why the approval of the round that the case is in could not be given any more; empty when nothing came between. */
    public Optional<String> overtakenInThisRound(String number) {
        return eventStore
                .last(number, List.of(EventType.REQUEST_AMENDED, EventType.DECISION_OVERTAKEN))
                .filter(event -> event.type() == EventType.DECISION_OVERTAKEN)
                .map(event -> String.valueOf(payload(event).get("reason")));
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
        return eventStore
                .last(number, List.of(types))
                .map(event -> json.convert(payload(event).get(field), type));
    }

    private <T> Optional<T> last(List<CaseEvent> events, String field, Class<T> type, EventType... types) {
        return events.stream()
                .filter(event -> List.of(types).contains(event.type()))
                .reduce((earlier, later) -> later)
                .map(event -> json.convert(payload(event).get(field), type));
    }

    private Map<?, ?> payload(CaseEvent event) {
        return json.read(event.payload(), Map.class);
    }
}
