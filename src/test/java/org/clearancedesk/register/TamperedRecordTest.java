package org.clearancedesk.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.clearancedesk.audit.RecordAudit;
import org.clearancedesk.audit.Verification;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.clearancedesk.web.Submission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Somebody with the database's password changes what happened. What they did is undone after each test. */
@RunningDesk
@Transactional
class TamperedRecordTest {

    private static final String HASH = "f".repeat(64);
    private static String number = "";
    private static String other = "";

    private final Floor floor;
    private final ChainReader chainReader;
    private final RecordAudit audit;
    private final EventChain eventChain;
    private final JdbcClient jdbc;

    TamperedRecordTest(
            Floor floor, ChainReader chainReader, RecordAudit audit, EventChain eventChain, JdbcClient jdbc) {
        this.floor = floor;
        this.chainReader = chainReader;
        this.audit = audit;
        this.eventChain = eventChain;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aCaseWithFiveEvents() {
        if (number.isEmpty()) {
            other = floor.sent("requester", Submission.withLegalReview());
            number = floor.sent("requester", Submission.withLegalReview());
            for (int file = 1; file <= 3; file++) {
                floor.as("requester")
                        .upload("/api/requests/" + number + "/evidence", "note.txt", "Note.".getBytes())
                        .expect(201);
            }
        }
        assertThat(chainReader.of(number).events()).hasSize(5);
        assertThat(chainReader.of(number).firstBreak()).as("untouched").isNull();
    }

    private void assertBrokenAt(int sequence) {
        ChainBreak found = chainReader.of(number).firstBreak();
        assertThat(found).isNotNull();
        assertThat(found.sequence()).as(found.reason()).isEqualTo(sequence);
        assertThat(found.reason()).startsWith("Event ").endsWith(".");
        assertThat(audit.verify().broken())
                .filteredOn(broken -> number.equals(broken.number()))
                .containsExactly(
                        new Verification.Broken(number, "event " + found.sequence(), found.sequence(), found.reason()));
        assertThat(chainReader.of(other).firstBreak() == null
                        || chainReader.of(other).events().size() > 2)
                .as("another case is broken only by an event that was moved there")
                .isTrue();
    }

    private void change(String sql, Object... values) {
        assertThat(jdbc.sql(sql).params(List.of(values)).update()).isPositive();
    }

    static Stream<String> changes() {
        return Stream.of(
                "type = 'REQUEST_AMENDED'",
                "type = 'NO_SUCH_TYPE'",
                "occurred_at = dateadd(millisecond, 1, occurred_at)",
                "occurred_at = dateadd(year, -1, occurred_at)",
                "actor = 'legal'",
                "actor = actor || ' '",
                "payload = cast(replace(cast(payload as varchar), 'e', 'E') as clob)",
                "payload = payload || ' '",
                "payload = '{}'",
                "payload = ''",
                "previous_hash = '" + HASH + "'",
                "previous_hash = upper(previous_hash) || ''",
                "hash = '" + HASH + "'",
                "hash = substring(hash from 2) || 'g'");
    }

    /** Upper case changes a hash only when it has a letter, which all but one in many millions have. */
    static Stream<org.junit.jupiter.params.provider.Arguments> changesOfEveryEvent() {
        return changes().flatMap(change -> Stream.of(1, 2, 3, 4, 5)
                .filter(sequence -> sequence > 1 || !change.contains("upper("))
                .map(sequence -> org.junit.jupiter.params.provider.Arguments.of(change, sequence)));
    }

    @ParameterizedTest(name = "event {1}: {0}")
    @MethodSource("changesOfEveryEvent")
    void aChangedColumnIsFound(String change, int sequence) {
        change("update clearance_event set " + change + " where case_number = ? and sequence = ?", number, sequence);

        assertBrokenAt(sequence);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 40})
    void everyByteOfAPayloadCounts(int from) {
        String payload = chainReader.of(number).events().get(2).payload();
        for (int at = from; at < Math.min(from + 20, payload.length()); at++) {
            char changed = payload.charAt(at) == 'a' ? 'b' : 'a';
            change(
                    "update clearance_event set payload = ? where case_number = ? and sequence = 3",
                    payload.substring(0, at) + changed + payload.substring(at + 1),
                    number);
            assertBrokenAt(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void anEventMovedToAnotherCaseIsMissedHereAndFoundThere(int sequence) {
        change(
                "update clearance_event set case_number = ?, sequence = 3 where case_number = ? and sequence = ?",
                other,
                number,
                sequence);

        assertBrokenAt(sequence);
        ChainBreak there = chainReader.of(other).firstBreak();
        assertThat(there).isNotNull();
        assertThat(there.sequence()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void aDroppedEventIsMissed(int sequence) {
        change("delete from clearance_event where case_number = ? and sequence = ?", number, sequence);

        assertBrokenAt(sequence);
    }

    @Test
    void aDroppedEventIsMissedEvenWhenTheOthersCloseTheGap() {
        change("delete from clearance_event where case_number = ? and sequence = 3", number);
        change("update clearance_event set sequence = 3 where case_number = ? and sequence = 4", number);
        change("update clearance_event set sequence = 4 where case_number = ? and sequence = 5", number);
        change("update clearance_case set last_sequence = 4 where number = ?", number);

        assertBrokenAt(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void swappedEventsAreFound(int sequence) {
        change("update clearance_event set sequence = 99 where case_number = ? and sequence = ?", number, sequence);
        change(
                "update clearance_event set sequence = ? where case_number = ? and sequence = ?",
                sequence,
                number,
                sequence + 1);
        change("update clearance_event set sequence = ? where case_number = ? and sequence = 99", sequence + 1, number);

        assertBrokenAt(sequence);
    }

    @ParameterizedTest
    @ValueSource(ints = {-3, 0, 6, 7, 99})
    void anEventPutInFromNowhereIsFound(int sequence) {
        change(
                "insert into clearance_event select case_number, ?, type, occurred_at, actor, payload, previous_hash, hash"
                        + " from clearance_event where case_number = ? and sequence = 2",
                sequence,
                number);

        assertBrokenAt(Math.min(sequence, 6));
    }

    @Test
    void anEventPutInWithARightHashIsFoundBecauseTheCaseEndsBeforeIt() {
        StoredEvent last = chainReader.of(number).events().get(4);
        CaseEvent forged = eventChain.link(number, 6, EventType.REQUEST_REFUSED, last.at(), "legal", "{}", last.hash());
        insert(forged);

        assertBrokenAt(6);
    }

    @Test
    void anEventForgedWithARightHashIsFoundAtTheNextOne() {
        StoredEvent second = chainReader.of(number).events().get(1);
        CaseEvent forged =
                eventChain.link(number, 3, EventType.REQUEST_REFUSED, second.at(), "legal", "{}", second.hash());
        change("delete from clearance_event where case_number = ? and sequence = 3", number);
        insert(forged);

        assertBrokenAt(4);
    }

    @Test
    void aLastEventForgedWithARightHashIsFoundBecauseTheCaseEndsWithAnother() {
        StoredEvent fourth = chainReader.of(number).events().get(3);
        CaseEvent forged =
                eventChain.link(number, 5, EventType.REQUEST_REFUSED, fourth.at(), "legal", "{}", fourth.hash());
        change("delete from clearance_event where case_number = ? and sequence = 5", number);
        insert(forged);

        assertBrokenAt(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void aTailCutOffIsMissed(int from) {
        change("delete from clearance_event where case_number = ? and sequence >= ?", number, from);

        assertBrokenAt(from);
    }

    @Test
    void anotherEndOfTheCaseIsFound() {
        change("update clearance_case set last_hash = ? where number = ?", HASH, number);

        assertBrokenAt(5);
    }

    @Test
    void anEarlierEndOfTheCaseIsFound() {
        change(
                "update clearance_case set last_sequence = 4, last_hash ="
                        + " (select hash from clearance_event where case_number = ? and sequence = 4) where number = ?",
                number,
                number);

        assertBrokenAt(5);
    }

    @Test
    void aLaterEndOfTheCaseIsFound() {
        change("update clearance_case set last_sequence = 6 where number = ?", number);

        assertBrokenAt(6);
    }

    private void insert(CaseEvent event) {
        change(
                "insert into clearance_event (case_number, sequence, type, occurred_at, actor, payload, previous_hash, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                event.caseNumber(),
                event.sequence(),
                event.type().name(),
                event.at().atOffset(java.time.ZoneOffset.UTC),
                event.actor(),
                event.payload(),
                event.previousHash(),
                event.hash());
    }
}
