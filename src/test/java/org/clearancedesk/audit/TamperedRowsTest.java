package org.clearancedesk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.clearancedesk.audit.Verification.Broken;
import org.clearancedesk.engine.identity.FormerNames;
import org.clearancedesk.people.RefusedAttempts;
import org.clearancedesk.register.CanonicalJson;
import org.clearancedesk.register.EventStore;
import org.clearancedesk.register.EventType;
import org.clearancedesk.register.KnownUserNames;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody with the database's password changes a letter, a file, a row or a checkpoint, or takes a case away whole. The
 * columns are asked of the database, so that none is forgotten. What they did is undone after each test.
 */
@RunningDesk
@Transactional
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperedRowsTest {

    /** Tables that prove what happened. */
    private static final List<String> PROVED = List.of(
            "CLEARANCE_CASE",
            "CLEARANCE_EVENT",
            "CLEARANCE_LETTER",
            "CLEARANCE_EVIDENCE",
            "CLEARANCE_CONSENT",
            "CLEARANCE_APPROVAL",
            "CLEARANCE_CONDITION",
            "CLEARANCE_HOLD",
            "CLEARANCE_RENEWAL",
            "CLEARANCE_STANDING",
            "CLEARANCE_COVERED_USE",
            "CLEARANCE_LEGAL_HOLD",
            "CLEARANCE_CHECKPOINT",
            "CLEARANCE_CHECKPOINT_END",
            "CLEARANCE_READER",
            "CLEARANCE_INSIDER",
            "CLEARANCE_DESK_EVENT",
            "CLEARANCE_CHAIN",
            "CLEARANCE_AGREEMENT",
            "CLEARANCE_STRIKE",
            "CLEARANCE_FORMER_USER",
            "CLEARANCE_FORMER_NAME",
            "REFUSED_ATTEMPT");

    /** Tables whose rows are of no case. */
    private static final List<String> OF_THE_DESK = List.of(
            "CLEARANCE_DESK_EVENT",
            "CLEARANCE_CHAIN",
            "CLEARANCE_AGREEMENT",
            "CLEARANCE_STRIKE",
            "CLEARANCE_FORMER_USER",
            "CLEARANCE_FORMER_NAME",
            "REFUSED_ATTEMPT");

    /**
     * Tables that say who somebody is, what a task is about and whose turn it is prove nothing; the nodes of a checkpoint's tree are worked out of
     * its ends.
     */
    private static final List<String> NOT_OF_THE_RECORD =
            List.of("CLEARANCE_PERSON", "CLEARANCE_TASK_SUBJECT", "CLEARANCE_TURN", "CLEARANCE_CHECKPOINT_NODE");

    /** When a scanner was last asked about a file, and which call moved a case: traces for operators. */
    private static final List<String> MEANINGLESS =
            List.of("CLEARANCE_EVIDENCE.SCAN_TRIED_AT", "CLEARANCE_CASE.CORRELATION");

    private final Floor floor;
    private final RecordAudit audit;
    private final CanonicalJson json;
    private final CheckpointTable checkpoints;
    private final EventStore events;
    private final KnownUserNames actors;
    private final FormerNames names;
    private final RefusedAttempts attempts;
    private final JdbcClient jdbc;
    private String number = "";
    private String waiting = "";
    private String renewal = "";
    private String standing = "";
    private String otherStanding = "";
    private String covered = "";
    private int first;

    TamperedRowsTest(
            Floor floor,
            RecordAudit audit,
            CanonicalJson json,
            CheckpointTable checkpoints,
            EventStore events,
            KnownUserNames actors,
            FormerNames names,
            RefusedAttempts attempts,
            JdbcClient jdbc) {
        this.floor = floor;
        this.audit = audit;
        this.json = json;
        this.checkpoints = checkpoints;
        this.events = events;
        this.actors = actors;
        this.names = names;
        this.attempts = attempts;
        this.jdbc = jdbc;
    }

    @BeforeAll
    void aCaseWithEverythingAndThreeCheckpoints() {
        Roads roads = new Roads(floor);
        number = roads.lived();
        waiting = roads.waiting();
        roads.revoked();
        otherStanding = roads.standing("TAMPERED-1");
        renewal = roads.renews(otherStanding);
        standing = roads.standing("TAMPERED-2");
        covered = roads.covered("TAMPERED-2");
        theDeskHasARecordOfItsOwn();
        first = checkpoint();
        roads.disclosed();
        checkpoint();
        checkpoint();
        assertThat(found()).as("untouched").isEmpty();
    }

    private void theDeskHasARecordOfItsOwn() {
        for (boolean called : List.of(true, false)) {
            floor.as("talent")
                    .post("/api/agreements/iatse-2024/strike", Map.of("called", called, "reason", "The union’s page."))
                    .expect(204);
        }
        User renamed = new UserEntity("somebody-renamed");
        renamed.setFirstName("Nora");
        names.keep(renamed, "admin");
        actors.left("somebody-who-left");
        for (String user : List.of("requester", "legal", "approver")) {
            floor.as(user)
                    .post("/api/agreements/none/strike", Map.of("called", true, "reason", "No."))
                    .expectProblem(403);
        }
        assertThat(attempts.newest(0, 3)).hasSize(3);
    }

    private int checkpoint() {
        return floor.as("admin")
                .post("/api/record/checkpoint", Map.of())
                .expect(201)
                .json()
                .get("sequence")
                .asInt();
    }

    private List<Broken> found() {
        return audit.verify().broken();
    }

    private void change(String sql, Object... values) {
        assertThat(jdbc.sql(sql).params(List.of(values)).update()).isPositive();
    }

    /** Every column that a statement can change; the database works out the rest from them. */
    Stream<String> columns() {
        return jdbc
                .sql(
                        "select table_name || '.' || column_name from information_schema.columns"
                                + " where table_name in (:proved) and is_generated = 'NEVER' order by table_name, ordinal_position")
                .param("proved", PROVED)
                .query(String.class)
                .list()
                .stream()
                .filter(column -> !MEANINGLESS.contains(column) && !column.equals("CLEARANCE_CASE.NUMBER"));
    }

    @Test
    void everyTableOfTheDeskIsProvedOrProvesNothing() {
        List<String> known = new ArrayList<>(PROVED);
        known.remove("REFUSED_ATTEMPT");
        known.addAll(NOT_OF_THE_RECORD);

        assertThat(jdbc.sql("select table_name from information_schema.tables where table_name like 'CLEARANCE!_%'"
                                + " escape '!'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @ParameterizedTest
    @MethodSource("columns")
    void aChangeOfAnyColumnIsFoundAndNamed(String place) {
        String table = place.substring(0, place.indexOf('.'));
        String column = place.substring(place.indexOf('.') + 1);

        change("update %s set %s = %s where %s".formatted(table, column, changed(table, column), row(table)));

        assertThat(found()).isNotEmpty().allSatisfy(broken -> {
            assertThat(broken.reason()).matches("\\p{Lu}.*\\.");
            assertThat(broken.number() == null ? broken.at() : broken.number())
                    .matches(
                            "GC-2026-\\d{5}.|checkpoint \\d+|(letter|file|event) .*"
                                    + "|(desk event|agreement|strike|former user|former name|refused attempt) .*|refused attempts|desk event");
        });
        if (!OF_THE_DESK.contains(table)
                && !List.of("CLEARANCE_EVENT", "CLEARANCE_CHECKPOINT", "CLEARANCE_CHECKPOINT_END")
                        .contains(table)
                && !List.of(
                                "NUMBER",
                                "CASE_NUMBER",
                                "ID",
                                "POSITION",
                                "STANDING",
                                "LAST_SEQUENCE",
                                "LAST_HASH",
                                "USER_ID",
                                "GROUP_ID")
                        .contains(column)) {
            assertThat(found()).singleElement().satisfies(broken -> {
                assertThat(broken.number()).isEqualTo(owner(table));
                assertThat(broken.at())
                        .startsWith(
                                table.equals("CLEARANCE_CASE")
                                        ? "row"
                                        : kept(table).word());
                assertThat(broken.reason()).contains("“" + column.toLowerCase(Locale.ROOT) + "”");
            });
        }
    }

    private static AuditedTable kept(String table) {
        return Stream.of(AuditedTable.values())
                .filter(kind -> kind.table().equalsIgnoreCase(table))
                .findFirst()
                .orElseThrow();
    }

    /** The case with a row in the table. */
    private String owner(String table) {
        return switch (table) {
            case "CLEARANCE_RENEWAL" -> renewal;
            case "CLEARANCE_STANDING" -> standing;
            case "CLEARANCE_COVERED_USE" -> covered;
            default -> number;
        };
    }

    private String row(String table) {
        return switch (table) {
            case "CLEARANCE_CASE" -> "number = '" + number + "'";
            case "CLEARANCE_EVENT" ->
                "case_number = '%1$s' and sequence = (select last_sequence from clearance_case where number = '%1$s')"
                        .formatted(number);
            case "CLEARANCE_EVIDENCE" ->
                "id = (select min(id) from clearance_evidence where case_number = '" + number + "')";
            case "CLEARANCE_CHECKPOINT" -> "sequence = " + first;
            case "CLEARANCE_CHECKPOINT_END" -> "case_number = '" + number + "' and checkpoint = " + first;
            case "CLEARANCE_STANDING" -> "number = '" + standing + "'";
            case "CLEARANCE_READER" -> "case_number = '" + number + "' and group_id = 'approvers'";
            case "CLEARANCE_INSIDER" -> "case_number = '" + number + "' and user_id = 'legal'";
            case "CLEARANCE_DESK_EVENT" -> "sequence = (select max(sequence) from clearance_desk_event)";
            case "CLEARANCE_CHAIN" -> "name = 'ATTEMPTS'";
            case "CLEARANCE_AGREEMENT" -> "id = 'afm-2024'";
            case "CLEARANCE_STRIKE" -> "id = (select max(id) from clearance_strike)";
            case "CLEARANCE_FORMER_USER" -> "user_id = 'somebody-who-left'";
            case "CLEARANCE_FORMER_NAME" -> "user_id = 'somebody-renamed'";
            case "REFUSED_ATTEMPT" -> "position = (select max(position) - 1 from refused_attempt)";
            default -> "case_number = '" + owner(table) + "'";
        };
    }

    private String changed(String table, String column) {
        if (column.equals("CASE_NUMBER") && !table.equals("CLEARANCE_CHECKPOINT_END")) {
            return "'" + waiting + "'";
        }
        if (table.equals("CLEARANCE_STANDING") && column.equals("NUMBER")) {
            // The use that rests on it would not let it go.
            change("update clearance_covered_use set standing = ? where standing = ?", otherStanding, standing);
            return "'" + waiting + "'";
        }
        if (column.equals("AGREEMENT_ID")) {
            return "'wga-2026'";
        }
        if (column.equals("PREDECESSOR")) {
            return "'" + waiting + "'";
        }
        if (column.equals("STANDING")) {
            return "'" + otherStanding + "'";
        }
        String type = jdbc.sql("select data_type from information_schema.columns where table_name = ?"
                        + " and column_name = ?")
                .params(table, column)
                .query(String.class)
                .single();
        return switch (type) {
            case "INTEGER", "BIGINT" -> column + " + 1000";
            case "BOOLEAN" -> "not " + column;
            case "DATE" -> "dateadd(day, 1, coalesce(%s, current_date))".formatted(column);
            case "TIMESTAMP WITH TIME ZONE" ->
                "dateadd(millisecond, 1, coalesce(%s, current_timestamp))".formatted(column);
            case "BINARY LARGE OBJECT" -> "cast(cast(%1$s as varbinary) || X'20' as blob)".formatted(column);
            case "CHARACTER LARGE OBJECT" ->
                "cast(replace(cast(%s as varchar), '{', '{ ') || ' ' as clob)".formatted(column);
            default ->
                "coalesce(left(%1$s, length(%1$s) - 1), '') || case when right(%1$s, 1) = 'x' then 'y' else 'x' end"
                        .formatted(column);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"clearance_letter.pdf.case_number", "clearance_evidence.content.case_number"})
    void aByteAnywhereInAContentCounts(String place) {
        String[] parts = place.split("\\.");
        byte[] content = jdbc.sql("select %s from %s where %s = ?".formatted(parts[1], parts[0], parts[2]))
                .param(number)
                .query((row, index) -> row.getBytes(1))
                .list()
                .get(0);
        int stride = Math.max(1, content.length / 25);
        for (int at = 0; at < content.length; at += stride) {
            byte[] meddled = content.clone();
            meddled[at] ^= 1;
            change("update %s set %s = ? where %s = ?".formatted(parts[0], parts[1], parts[2]), meddled, number);
            assertThat(found()).as("byte %d", at).isNotEmpty().allSatisfy(broken -> assertThat(broken.reason())
                    .contains("“" + parts[1] + "”"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"clearance_letter", "clearance_evidence"})
    void aLetterOrAFileThatIsGoneIsMissed(String table) {
        change("delete from " + table + " where case_number = ?", number);

        assertThat(found()).isNotEmpty().allSatisfy(broken -> {
            assertThat(broken.number()).isEqualTo(number);
            assertThat(broken.reason()).endsWith("is gone; an event tells of it.");
        });
    }

    Stream<AuditedTable> lately() {
        return Stream.of(AuditedTable.values())
                .filter(kind -> kind != AuditedTable.LETTER && kind != AuditedTable.FILE);
    }

    @ParameterizedTest
    @MethodSource("lately")
    void aRowThatIsGoneIsMissed(AuditedTable kind) {
        String table = kind.table().toUpperCase(Locale.ROOT);
        if (kind == AuditedTable.STANDING) {
            change("delete from clearance_covered_use where standing = ?", standing);
        }
        change("delete from %s where %s".formatted(table, row(table)));

        assertThat(found()).anySatisfy(broken -> {
            assertThat(broken.number()).isEqualTo(owner(table));
            assertThat(broken.at()).startsWith(kind.word());
            assertThat(broken.reason()).isEqualTo("The %s is gone; an event tells of it.".formatted(kind.word()));
        });
        assertThat(found().stream().filter(broken -> (broken.at() + " ").startsWith(kind.word() + " ")))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("lately")
    void aRowThatWasPutInIsFound(AuditedTable kind) {
        String table = kind.table().toUpperCase(Locale.ROOT);
        List<String> columns = jdbc.sql("select column_name from information_schema.columns where table_name = ?")
                .param(table)
                .query(String.class)
                .list();
        String copied = columns.stream()
                .map(column -> column.equals("ID")
                        ? "'forged'"
                        : column.equalsIgnoreCase(kind.caseColumn()) ? "'" + waiting + "'" : column)
                .collect(Collectors.joining(", "));
        change("insert into %s (%s) select %s from %1$s where %s"
                .formatted(table, String.join(", ", columns), copied, row(table)));

        assertThat(found()).anySatisfy(broken -> {
            assertThat(broken.number()).isEqualTo(waiting);
            assertThat(broken.at()).startsWith(kind.word());
            assertThat(broken.reason()).isEqualTo("The %s was put in; no event tells of it.".formatted(kind.word()));
        });
        assertThat(found())
                .as("nothing else but the count of uses")
                .allSatisfy(broken -> assertThat(List.of(waiting, standing)).contains(String.valueOf(broken.number())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cause",
                "about",
                "reason",
                "held_by",
                "held_at",
                "before_letter",
                "recorded_at",
                "ended_at",
                "outcome",
                "decided_by",
                "decided_because"
            })
    void aHoldThatWaitsForItsLetterIsComparedToo(String column) {
        String id = heldBeforeItsLetter();
        String changed = changed("CLEARANCE_HOLD", column.toUpperCase(Locale.ROOT));

        change("update clearance_hold set %s = %s where id = ?".formatted(column, changed), id);

        assertThat(found())
                .containsExactly(Broken.place(
                        waiting,
                        "suspension " + id,
                        "What stands in “%s” is not what the events tell; it was changed.".formatted(column)));
    }

    @Test
    void aHoldThatWaitsForItsLetterIsMissedWhenItIsGone() {
        String id = heldBeforeItsLetter();

        change("delete from clearance_hold where id = ?", id);

        assertThat(found())
                .containsExactly(
                        Broken.place(waiting, "suspension " + id, "The suspension is gone; an event tells of it."));
    }

    @Test
    void theEventOfAHoldThatWaitsForItsLetterCannotBeChanged() {
        heldBeforeItsLetter();

        change(
                "update clearance_event set payload = replace(payload, 'Ana', 'Eva')"
                        + " where case_number = ? and type = 'APPROVAL_HELD'",
                waiting);

        assertThat(found()).singleElement().satisfies(broken -> {
            assertThat(broken.number()).isEqualTo(waiting);
            assertThat(broken.at()).startsWith("event ");
        });
    }

    /** No version writes this any more; a record of release 0.1.0 could hold it. */
    private String heldBeforeItsLetter() {
        String id = UUID.randomUUID().toString();
        Instant at = Instant.parse("2026-11-20T10:00:00Z");
        jdbc.sql("insert into clearance_hold (id, case_number, cause, about, reason, held_by, held_at, before_letter)"
                        + " values (?, ?, 'CONSENT_WITHDRAWN', 'Ana Díaz', 'By phone.', 'talent', ?, true)")
                .params(id, waiting, at.atOffset(ZoneOffset.UTC))
                .update();
        Map<String, Object> told = Map.of(
                "hold", id, "heldAt", at, "cause", "CONSENT_WITHDRAWN", "about", "Ana Díaz", "reason", "By phone.");
        events.append(waiting, EventType.APPROVAL_HELD, "talent", told, null);
        assertThat(found()).as("untouched").isEmpty();
        return id;
    }

    @Test
    void aLetterThatNobodyIssuedIsFound() {
        change(
                "insert into clearance_letter (number, case_number, issued_at, digest, pdf)"
                        + " select 'GL-2026-999999', ?, issued_at, digest, pdf from clearance_letter where case_number = ?",
                waiting,
                number);

        assertThat(found())
                .containsExactly(
                        Broken.place(waiting, "letter GL-2026-999999", "The letter was put in; no event tells of it."));
    }

    @Test
    void aFileThatNobodyHandedInIsFound() {
        change(
                "insert into clearance_evidence (id, case_number, name, media_type, size, sha256, uploaded_by, uploaded_at)"
                        + " select 'forged', ?, name, media_type, size, sha256, uploaded_by, uploaded_at"
                        + " from clearance_evidence where case_number = ? fetch first 1 rows only",
                waiting,
                number);

        assertThat(found())
                .containsExactly(Broken.place(waiting, "file forged", "The file was put in; no event tells of it."));
    }

    @Test
    void aCaseThatNobodySentIsFound() {
        change(
                "insert into clearance_case (number, " + others() + ") select 'GC-1999-000001', " + others()
                        + " from clearance_case where number = ?",
                number);

        assertThat(found()).singleElement().satisfies(broken -> {
            assertThat(broken.number()).isEqualTo("GC-1999-000001");
            assertThat(broken.reason()).isEqualTo("Event 1 is missing.");
        });
    }

    @Test
    void aCaseUnderAnotherNumberIsFoundThereAndMissedHere() {
        change(
                "insert into clearance_case (number, " + others() + ") select 'GC-1999-000001', " + others()
                        + " from clearance_case where number = ?",
                number);
        for (String table : tablesOfACase()) {
            jdbc.sql("update " + table + " set case_number = 'GC-1999-000001' where case_number = ?")
                    .param(number)
                    .update();
        }
        change("delete from clearance_case where number = ?", number);

        assertThat(found())
                .containsExactly(
                        Broken.event("GC-1999-000001", 1, "Event 1 was changed after it was recorded."),
                        Broken.place(
                                "GC-1999-000001",
                                "process",
                                "The approval has no process any more: nothing suspends it, and it never ends."),
                        found().get(2));
        assertThat(found().get(2).number()).isEqualTo(number);
        assertThat(found().get(2).reason()).startsWith("The case is gone; ");
    }

    private List<String> tablesOfACase() {
        return jdbc.sql(
                        "select table_name from information_schema.columns where column_name = 'CASE_NUMBER'"
                                + " and table_name like 'CLEARANCE!_%' escape '!' and table_name <> 'CLEARANCE_CHECKPOINT_END'"
                                + " order by case table_name when 'CLEARANCE_HOLD' then 0 when 'CLEARANCE_CONDITION' then 1 else 2 end")
                .query(String.class)
                .list();
    }

    private String others() {
        return String.join(
                ", ",
                jdbc.sql("select column_name from information_schema.columns"
                                + " where table_name = 'CLEARANCE_CASE' and column_name <> 'NUMBER'"
                                + " and is_generated = 'NEVER'")
                        .query(String.class)
                        .list());
    }

    @Test
    void aCaseThatIsGoneWithAllItsTracesIsMissedByTheCheckpoint() {
        for (String table : tablesOfACase()) {
            jdbc.sql("delete from " + table + " where case_number = ?")
                    .param(number)
                    .update();
        }
        change("delete from clearance_case where number = ?", number);

        assertThat(found()).singleElement().satisfies(broken -> {
            assertThat(broken.number()).isEqualTo(number);
            assertThat(broken.at()).isEqualTo("checkpoint " + first);
            assertThat(broken.reason()).startsWith("The case is gone; checkpoint " + first + " knew it with ");
        });

        change("delete from clearance_checkpoint_end where case_number = ?", number);

        assertThat(found())
                .as("gone from the checkpoints too")
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(broken -> {
                    assertThat(broken.at()).matches("checkpoint \\d+");
                    assertThat(broken.reason())
                            .isEqualTo(
                                    "The checkpoint covers other cases, or other ends of them, than are kept with it.");
                });
    }

    @Test
    void aTailThatWasCutOffCleanlyIsMissedByTheCheckpoint() {
        change("delete from clearance_event where case_number = ? and sequence > 1", waiting);
        change("delete from clearance_reader where case_number = ?", waiting);
        change(
                "update clearance_case set last_sequence = 1, last_hash = (select hash from clearance_event where"
                        + " case_number = ? and sequence = 1), tier = null, guideline_version = null, triage_digest = null,"
                        + " status = 'IN_TRIAGE', changed_at = submitted_at where number = ?",
                waiting,
                waiting);

        assertThat(found()).singleElement().satisfies(broken -> {
            assertThat(broken.number()).isEqualTo(waiting);
            assertThat(broken.reason())
                    .matches("Checkpoint %d covers event \\d+, which was cut off or rewritten since.".formatted(first));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CLEARANCE_AGREEMENT", "CLEARANCE_STRIKE", "CLEARANCE_FORMER_USER", "CLEARANCE_FORMER_NAME"})
    void aRowOfNoCaseThatIsGoneIsMissedAndNamed(String table) {
        change("delete from %s where %s".formatted(table, row(table)));

        assertThat(found()).singleElement().satisfies(broken -> {
            assertThat(broken.number()).isNull();
            assertThat(broken.at())
                    .matches(
                            "(agreement afm-2024|strike \\d+|former user somebody-who-left|former name [0-9a-f-]{36})");
            assertThat(broken.reason()).endsWith(" is gone; an event tells of it.");
        });
    }

    @Test
    void rowsOfNoCaseThatWerePutInAreFoundAndNamed() {
        change("insert into clearance_former_user (user_id, left_at) values ('legal', current_timestamp)");
        change("insert into clearance_strike (agreement_id, called, reason, noted_by, noted_at)"
                + " values ('dga-2026', true, 'By nobody.', 'talent', current_timestamp)");
        change("insert into clearance_agreement (id, name, version, valid_from, notice_hours, separate_signature,"
                + " compensation, languages, term, minors, note) values ('mine', 'Mine', '1', current_date, 0, false,"
                + " false, false, false, 'ALLOWED', '')");

        assertThat(found()).hasSize(3).allSatisfy(broken -> assertThat(broken.reason())
                .endsWith(" was put in; no event tells of it."));
    }

    @Test
    void anAttemptThatIsGoneIsMissedAndOneThatWasPutInIsFound() {
        change("delete from refused_attempt where " + row("REFUSED_ATTEMPT"));
        assertThat(found()).singleElement().satisfies(broken -> assertThat(broken.reason())
                .isEqualTo("Between it and the one before some are gone."));

        change("insert into refused_attempt (attempted_at, kind, route) values (current_timestamp, 'FORBIDDEN', '/')");
        assertThat(found()).hasSize(2).anySatisfy(broken -> assertThat(broken.reason())
                .isEqualTo("It was put in; nothing links it to the others."));
    }

    @Test
    void attemptsThatWereCutOffCleanlyAreMissedByTheCheckpoint() {
        change("update clearance_chain set last_sequence = last_sequence - 1, last_hash = (select hash from"
                + " refused_attempt where " + row("REFUSED_ATTEMPT") + ") where name = 'ATTEMPTS'");
        change("delete from refused_attempt where position = (select max(position) from refused_attempt)");

        assertThat(found()).singleElement().satisfies(broken -> assertThat(broken.reason())
                .matches("Checkpoint %d covers refused attempt \\d+, which was cut off or rewritten since."
                        .formatted(first)));
    }

    @Test
    void aStrikeThatWasTakenOutWithItsEventIsMissedByTheCheckpoint() {
        int last = jdbc.sql("select max(sequence) from clearance_desk_event")
                .query(Integer.class)
                .single();
        change("delete from clearance_former_user where user_id = 'somebody-who-left'");
        change(
                "update clearance_chain set last_sequence = ?, last_hash = (select previous_hash from"
                        + " clearance_desk_event where sequence = ?) where name = 'DESK'",
                last - 1,
                last);
        change("delete from clearance_desk_event where sequence = ?", last);

        assertThat(found()).singleElement().satisfies(broken -> assertThat(broken.reason())
                .isEqualTo("Checkpoint %d covers desk event %d, which was cut off or rewritten since."
                        .formatted(first, last)));

        change("update clearance_chain set forgotten_sequence = ? where name = 'DESK'", last);

        assertThat(found()).as("nothing of the desk is ever forgotten").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aCheckpointThatIsGoneIsMissed(int later) {
        change("delete from clearance_checkpoint where sequence = ?", first + later);

        assertThat(found()).contains(Broken.place(null, "checkpoint " + (first + later), "The checkpoint is gone."));
    }

    @Test
    void everyCheckpointGoneIsMissedAsLongAsTheirEndsAreThere() {
        change("delete from clearance_checkpoint");

        assertThat(found()).contains(Broken.place(null, "checkpoint " + first, "The checkpoint is gone."));
    }

    @Test
    void aCheckpointSignedWithAnotherKeyIsFound() throws Exception {
        Checkpoint forged = checkpoints.after(first - 1, 1).get(0);
        JWSObject jws = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(JWSObject.parse(forged.jws()).getHeader().getKeyID())
                        .build(),
                new Payload(forged.statement(json)));
        jws.sign(new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()));
        change("update clearance_checkpoint set jws = ? where sequence = ?", jws.serialize(), first);

        assertThat(found())
                .containsExactly(Broken.place(
                        null, "checkpoint " + first, "The checkpoint bears a signature that does not hold."));
    }

    @Test
    void everyLetterOfACheckpointsSignatureCounts() {
        String jws = checkpoints.after(first - 1, 1).get(0).jws();
        for (int at = 0; at < jws.length(); at += at < jws.length() - 3 ? 3 : 1) {
            String changed = jws.substring(0, at) + (jws.charAt(at) == 'B' ? 'C' : 'B') + jws.substring(at + 1);
            change("update clearance_checkpoint set jws = ? where sequence = ?", changed, first);
            assertThat(audit.verify().broken())
                    .as("letter %d", at)
                    .singleElement()
                    .satisfies(broken -> assertThat(broken.at()).isEqualTo("checkpoint " + first));
        }
    }

    @Test
    void aCheckpointSignedWithAKeyOfNobodyIsFound() throws Exception {
        Checkpoint forged = checkpoints.after(first - 1, 1).get(0);
        JWSObject jws = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("mine").build(), new Payload(forged.statement(json)));
        jws.sign(new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()));
        change("update clearance_checkpoint set jws = ? where sequence = ?", jws.serialize(), first);

        assertThat(found())
                .containsExactly(Broken.place(
                        null, "checkpoint " + first, "The checkpoint is signed with a key that is not the desk's."));
    }
}
