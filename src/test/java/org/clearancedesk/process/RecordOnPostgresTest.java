package org.clearancedesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.CaseSearch;
import org.clearancedesk.register.ChainReader;
import org.clearancedesk.register.LetterRepository;
import org.clearancedesk.register.Sha256;
import org.clearancedesk.register.Status;
import org.clearancedesk.register.StoredLetter;
import org.clearancedesk.register.Viewer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnPostgres
class RecordOnPostgresTest {

    private static final Viewer EVERYTHING = new Viewer("admin", Set.of(), Set.of(), null, true);

    private final Desk desk;
    private final LetterRepository letters;
    private final ChainReader chainReader;
    private final CaseRepository cases;
    private final JdbcClient jdbc;

    RecordOnPostgresTest(
            Desk desk, LetterRepository letters, ChainReader chainReader, CaseRepository cases, JdbcClient jdbc) {
        this.desk = desk;
        this.letters = letters;
        this.chainReader = chainReader;
        this.cases = cases;
        this.jdbc = jdbc;
    }

    @Test
    void allTablesAreMadeByTheChangelogTheEnginesFirst() {
        assertThat(jdbc.sql("select author from databasechangelog order by orderexecuted")
                        .query(String.class)
                        .list())
                .startsWith("Camunda")
                .contains("clearance-desk");
        assertThat(jdbc.sql("select max(version_) from act_ge_schema_log")
                        .query(String.class)
                        .single())
                .isEqualTo("7.24.0");
        assertThat(jdbc.sql("select table_name || '.' || column_name from information_schema.columns"
                                + " where table_schema = current_schema() and data_type = 'oid'")
                        .query(String.class)
                        .list())
                .as("columns whose content lies outside of the row; their type in the changelog should be ${bytes}")
                .isEmpty();
    }

    @Test
    void aLetterComesOutByteForByteAsItWasIssued() {
        String number = desk.requester.asksFor(Use.keyVisual().with("title", "Año nuevo – 新年 🎬"));
        desk.legal.clears();
        desk.runs("reviewLegalExposure");
        desk.approver.approves();
        desk.runs("issueWrittenApproval");

        StoredLetter letter = letters.ofCase(number).orElseThrow();
        byte[] pdf = letters.pdfOfCase(number).orElseThrow();

        assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        assertThat(Sha256.of(pdf)).isEqualTo(letter.digest());
        assertThat(cases.get(number).title()).isEqualTo("Año nuevo – 新年 🎬");
        assertThat(chainReader.of(number).firstBreak()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {3999, 4000})
    void theLongestReasonFits(int length) {
        String reason = "é".repeat(length);
        String number = desk.requester.asksFor(Use.keyVisual());

        desk.legal.refusesLegally(reason);
        desk.runs("reviewLegalExposure");

        assertThat(cases.get(number).status()).isEqualTo(Status.REFUSED);
        assertThat(cases.reasonsOfThisRound(number)).isEqualTo(reason);
        assertThat(chainReader.of(number).firstBreak()).isNull();
    }

    @Test
    void aCaseIsFoundByAPartOfItsTitleAndPagesAreInOrder() {
        for (int i = 1; i <= 3; i++) {
            desk.requester.asksFor(Use.lowRisk().with("title", "Searched for 100% no. " + i));
            desk.clock.passes(Duration.ofMinutes(1));
        }

        CaseSearch.Page page = cases.find(new CaseSearch("100%", null, null, null, false, 0, 2), EVERYTHING);

        assertThat(page.total()).isEqualTo(3);
        assertThat(page.cases())
                .extracting(found -> found.title())
                .containsExactly("Searched for 100% no. 3", "Searched for 100% no. 2");
    }

    @Test
    void whatSomebodyChangesInADatabaseShows() {
        String number = desk.requester.asksFor(Use.keyVisual());

        jdbc.sql("update clearance_event set payload = replace(payload, 'Eyeline', 'Somebody') where case_number = ?")
                .param(number)
                .update();

        assertThat(chainReader.of(number).firstBreak()).isNotNull();
    }
}
