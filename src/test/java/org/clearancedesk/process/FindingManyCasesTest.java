package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.CaseSearch;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.Viewer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A register with more cases than anybody wants to count; they are taken out again after each story. */
@OnPostgres
@Transactional
class FindingManyCasesTest {

    private static final int MANY = CaseSearch.MOST_COUNTED + 100;

    private final CaseRepository cases;
    private final JdbcClient jdbc;

    FindingManyCasesTest(CaseRepository cases, JdbcClient jdbc) {
        this.cases = cases;
        this.jdbc = jdbc;
    }

    @Test
    void aMemberGoesThroughAllOfThemNewestFirst() {
        given(MANY);
        Viewer member = new Viewer("somebody", Set.of("requesters"), Set.of("MANY-1"), null, false);

        List<String> seen = new ArrayList<>();
        for (int page = 0; page * 200 < MANY; page++) {
            CaseSearch.Page found = cases.find(new CaseSearch(null, null, null, null, false, page, 200), member);
            found.cases().stream().map(ClearanceCase::number).forEach(seen::add);
            assertThat(found.total()).isEqualTo(CaseSearch.MOST_COUNTED);
            assertThat(found.more()).isTrue();
        }

        assertThat(seen).hasSize(MANY).doesNotHaveDuplicates().startsWith(number(1), number(2));
    }

    @Test
    void whoSeesACaseInSeveralWaysFindsItOnce() {
        given(5);
        jdbc.sql("insert into clearance_reader (case_number, group_id) select number, 'legal' from clearance_case"
                        + " where production_code = 'MANY-1'")
                .update();
        Viewer viewer = new Viewer("asker-1", Set.of("legal"), Set.of("MANY-1"), "Contact@many.example", false);

        CaseSearch.Page found = cases.find(new CaseSearch("many things", null, null, null, false, 0, 25), viewer);

        assertThat(found.cases())
                .extracting(ClearanceCase::number)
                .containsExactly(number(1), number(2), number(3), number(4), number(5));
        assertThat(found.total()).isEqualTo(5);
        assertThat(found.more()).isFalse();
    }

    @Test
    void eachWayIsEnoughAndNoneIsNot() {
        given(3);
        CaseSearch all = new CaseSearch("many things", null, null, null, false, 0, 25);
        CaseSearch own = new CaseSearch("many things", null, null, null, true, 0, 25);
        Viewer stranger = new Viewer("stranger", Set.of("legal"), Set.of("OTHER-1"), "other@many.example", false);
        Viewer contact = new Viewer("contact", Set.of(), Set.of(), "contact@many.example", false);
        Viewer asker = new Viewer("asker-1", Set.of(), Set.of(), null, false);
        Viewer everything = new Viewer("admin", Set.of(), Set.of(), null, true);

        assertThat(cases.find(all, stranger).total()).isZero();
        assertThat(cases.find(all, contact).total()).isEqualTo(3);
        assertThat(cases.find(all, asker).total()).isEqualTo(1);
        assertThat(cases.find(own, contact).total()).isZero();
        assertThat(cases.find(own, asker).total()).isEqualTo(1);
        assertThat(cases.find(all, everything).total()).isEqualTo(3);
        assertThat(cases.find(own, everything).total()).isZero();
    }

    @Test
    void whoBelongsToSeveralProductionsFindsTheCasesOfEach() {
        given(3);
        jdbc.sql("update clearance_case set production_code = 'MANY-2' where number = ?")
                .param(number(2))
                .update();
        jdbc.sql("update clearance_case set production_code = 'MANY-3' where number = ?")
                .param(number(3))
                .update();
        Viewer member = new Viewer("somebody", Set.of("requesters"), Set.of("MANY-1", "MANY-2"), null, false);

        CaseSearch.Page found = cases.find(new CaseSearch("many things", null, null, null, false, 0, 25), member);

        assertThat(found.cases()).extracting(ClearanceCase::number).containsExactly(number(1), number(2));
    }

    @Test
    void eachSearchIsPlannedForItsOwnWords() {
        Viewer everything = new Viewer("admin", Set.of(), Set.of(), null, true);

        for (int time = 0; time < 20; time++) {
            cases.find(new CaseSearch("word " + time, null, null, null, false, 0, 25), everything);
        }

        assertThat(jdbc.sql("select statement from pg_prepared_statements")
                        .query(String.class)
                        .list())
                .noneMatch(statement -> statement.contains("from clearance_case where 1 = 1"));
    }

    @Test
    void whatIsLookedForOftenIsLookedUpInAnIndex() {
        assertThat(jdbc.sql("select indexname from pg_indexes where tablename in ('clearance_case', 'act_ru_job')")
                        .query(String.class)
                        .list())
                .contains(
                        "clearance_case_by_words",
                        "clearance_case_by_change",
                        "clearance_case_by_contact",
                        "clearance_case_of_requester",
                        "clearance_case_of_production",
                        "clearance_job_by_due_date");
    }

    private void given(int many) {
        jdbc.sql(
                        """
                        insert into clearance_case (number, title, production_code, production_title, requester, netflix_contact,
                          status, round, submitted_at, changed_at, request_digest, last_sequence, last_hash)
                        select 'GC-1990-' || lpad(n::text, 6, '0'), 'Many things', 'MANY-1', 'Many', 'asker-' || n,
                          'contact@many.example', 'DISCLOSED', 1, current_timestamp, current_timestamp - n * interval '1 minute',
                          repeat('0', 64), 0, repeat('0', 64)
                        from generate_series(1, ?) n
                        """)
                .param(many)
                .update();
    }

    private static String number(int which) {
        return "GC-1990-%06d".formatted(which);
    }
}
