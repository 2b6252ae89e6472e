package org.clearancedesk.consent;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearancedesk.intake.NameKey;
import org.clearancedesk.intake.Performer;
import org.clearancedesk.production.ProductionCode;
import org.clearancedesk.register.CanonicalJson;
import org.clearancedesk.review.Agreement;
import org.clearancedesk.review.ConsentRecord;
import org.clearancedesk.review.ConsentReview;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows that consents are kept in. The row of their case is the lock on them: whoever decides by them takes it first. */
@Component
class ConsentRepository {

    private static final String WHOLE =
            "select k.*, c.code_name, c.production_title, c.production_code, c.status, true as inside"
                    + " from clearance_consent k join clearance_case c on c.number = k.case_number where ";

    private final JdbcClient jdbc;
    private final CanonicalJson json;
    private final Clock clock;

    ConsentRepository(JdbcClient jdbc, CanonicalJson json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Asks anew, whatever was said in an earlier round. */
    void ask(String id, String caseNumber, Performer performer, String by, Instant now) {
        int again = jdbc.sql(
                        "update clearance_consent set performer_role = ?, state = 'ASKED', kind = null, ends_on = null,"
                                + " terms = null, limits = null, reason = null, asked_at = ?, stands_since = ?, set_by = ?"
                                + " where id = ?")
                .params(performer.role().name(), now.atOffset(UTC), now.atOffset(UTC), by, id)
                .update();
        if (again == 0) {
            jdbc.sql("insert into clearance_consent (id, case_number, performer, performer_key, performer_role, state,"
                            + " asked_at, stands_since, set_by) values (?, ?, ?, ?, ?, 'ASKED', ?, ?, ?)")
                    .params(
                            id,
                            caseNumber,
                            performer.name(),
                            NameKey.of(performer.name()).value(),
                            performer.role().name(),
                            now.atOffset(UTC),
                            now.atOffset(UTC),
                            by)
                    .update();
        }
    }

    /** Keeps an answer. */
    void answer(String id, ConsentReview review, ConsentState state, String by, Instant now) {
        ConsentRecord terms = review.consent();
        jdbc.sql(
                        "update clearance_consent set state = ?, kind = ?, ends_on = ?, terms = ?, reason = ?, stands_since = ?,"
                                + " set_by = ? where id = ?")
                .params(
                        state.name(),
                        terms == null ? null : terms.kind().name(),
                        terms == null ? null : terms.validUntil(),
                        terms == null ? null : json.of(terms),
                        review.reason().isEmpty() ? null : review.reason(),
                        now.atOffset(UTC),
                        by,
                        id)
                .update();
    }

    /** Notes that the request no longer names the person; what was agreed stays to be read. */
    void leave(String id, String by, Instant now) {
        jdbc.sql("update clearance_consent set state = 'NO_LONGER_NAMED', stands_since = ?, set_by = ? where id = ?")
                .params(now.atOffset(UTC), by, id)
                .update();
    }

    void change(String id, ConsentState state, @Nullable String limits, String reason, String by, Instant now) {
        jdbc.sql("update clearance_consent set state = ?, limits = coalesce(?, limits), reason = ?, stands_since = ?,"
                        + " set_by = ? where id = ?")
                .params(state.name(), limits, reason, now.atOffset(UTC), by, id)
                .update();
    }

    Optional<Consent> find(String id) {
        return jdbc.sql(WHOLE + "k.id = ?").param(id).query(row()).optional();
    }

    List<Consent> ofCase(String caseNumber) {
        return jdbc.sql(WHOLE + "k.case_number = ? order by k.id")
                .param(caseNumber)
                .query(row())
                .list();
    }

    /** The consent of a person to a case: of exactly this name, or else of one that is the same. */
    Optional<Consent> ofPerson(String caseNumber, String performer) {
        List<Consent> all = ofCase(caseNumber);
        return all.stream()
                .filter(consent -> consent.performer().equals(performer))
                .findFirst()
                .or(() -> all.stream()
                        .filter(consent -> NameKey.same(consent.performer(), performer))
                        .findFirst());
    }

    /** Given consents of requests that are not over, under one version of an agreement. */
    List<Consent> under(Agreement agreement) {
        String name = json.of(Map.of("agreement", agreement.name()));
        String part = name.substring(1, name.length() - 1)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return jdbc
                .sql(WHOLE + "k.state in ('GIVEN', 'LIMITED') and k.terms like :part escape '!'"
                        + " and c.status not in ('DISCLOSED', 'REFUSED', 'WITHDRAWN', 'COVERED', 'EXPIRED', 'REVOKED',"
                        + " 'SUPERSEDED') and (k.ends_on is null or k.ends_on >= :today) order by k.case_number, k.id")
                .param("part", "%" + part + "%")
                .param("today", today())
                .query(row())
                .list()
                .stream()
                .filter(consent -> consent.terms() != null
                        && consent.terms().agreement().equals(agreement.name())
                        && consent.terms().agreementVersion().equals(agreement.version()))
                .toList();
    }

    /**
     * Consents in force of a person of the same name, of the same kind, for the same production. The given one is among
     * them unless it is no longer in force.
     */
    List<Consent> alike(Consent consent) {
        return jdbc.sql(
                        WHOLE + "k.performer_key = :person and k.kind = :kind and k.state in ('GIVEN', 'LIMITED')"
                                + " and c.production_key = :production and (k.ends_on is null or k.ends_on >= :today) order by k.case_number, k.id")
                .param("person", NameKey.of(consent.performer()).value())
                .param("kind", consent.kind() == null ? "" : consent.kind().name())
                .param("production", ProductionCode.keyOf(consent.productionCode()))
                .param("today", today())
                .query(row())
                .list();
    }

    private ConsentRow row() {
        return new ConsentRow(json, today());
    }

    Instant now() {
        return clock.instant();
    }
}
