package org.clearancedesk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.clearancedesk.web.Submission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The command that checks every record, on the database of a running desk. */
@RunningDesk
class VerifyRecordTest {

    private final Floor floor;
    private final JdbcClient jdbc;
    private final String database;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    VerifyRecordTest(Floor floor, JdbcClient jdbc, @Value("${spring.datasource.url}") String database) {
        this.floor = floor;
        this.jdbc = jdbc;
        this.database = database;
    }

    private int verify(String url, String... settings) {
        List<String> arguments = new ArrayList<>(List.of("--verify-record", "--spring.datasource.url=" + url));
        arguments.addAll(List.of(settings));
        return VerifyRecordCommand.run(
                new PrintStream(said, true, StandardCharsets.UTF_8), arguments.toArray(String[]::new));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void countsWholeRecordsAndEndsWithZero() {
        floor.sent("requester", Submission.withLegalReview());
        long cases = jdbc.sql("select count(*) from clearance_case")
                .query(Long.class)
                .single();

        assertThat(verify(database)).isEqualTo(VerifyRecordCommand.WHOLE);

        assertThat(said().lines()).hasSize(2).startsWith("%d records checked, 0 broken.".formatted(cases));
    }

    @Test
    void namesABrokenRecordAndItsFirstBrokenEventAndEndsWithOne() {
        String number = floor.sent("requester", Submission.withLegalReview());
        jdbc.sql("update clearance_event set actor = 'legal' where case_number = ? and sequence = 1")
                .param(number)
                .update();

        try {
            assertThat(verify(database)).isEqualTo(VerifyRecordCommand.BROKEN);
        } finally {
            jdbc.sql("update clearance_event set actor = 'requester' where case_number = ? and sequence = 1")
                    .param(number)
                    .update();
        }

        assertThat(said().lines())
                .hasSize(3)
                .startsWith(number + " is broken at event 1: Event 1 was changed after it was recorded.")
                .element(1)
                .asString()
                .endsWith(", 1 broken.");
    }

    @Test
    void writesNothing() {
        var before = floor.rows();

        verify(database);

        assertThat(floor.rows()).isEqualTo(before);
    }

    @Test
    void makesNoKeyWhenThereIsNoneAndSaysThatNoSignatureWasChecked(@TempDir Path folder) {
        floor.sent("requester", Submission.withLegalReview());
        floor.as("admin").post("/api/record/checkpoint", Map.of()).expect(201);
        Path place = folder.resolve("signature");

        assertThat(verify(database, "--clearance-desk.signature.directory=" + place))
                .isEqualTo(VerifyRecordCommand.WHOLE);

        assertThat(place).doesNotExist();
        assertThat(said().lines())
                .hasSize(3)
                .last()
                .asString()
                .startsWith("The signatures of the checkpoints were not checked. There is no signing key at “" + place);
    }

    @Test
    void doesTheSameWhenTheStudiosKeyStoreIsNotWhereItShouldBe(@TempDir Path folder) {
        floor.sent("requester", Submission.withLegalReview());

        assertThat(verify(database, "--clearance-desk.signature.key-store=" + folder.resolve("gone.p12")))
                .isEqualTo(VerifyRecordCommand.WHOLE);

        assertThat(said()).contains("The signatures of the checkpoints were not checked. The key store “");
    }

    @Test
    void findsWhatIsBrokenWithoutAKeyToo(@TempDir Path folder) {
        String number = floor.sent("requester", Submission.withLegalReview());
        jdbc.sql("update clearance_case set title = title || 'x' where number = ?")
                .param(number)
                .update();

        try {
            assertThat(verify(database, "--clearance-desk.signature.directory=" + folder))
                    .isEqualTo(VerifyRecordCommand.BROKEN);
        } finally {
            jdbc.sql("update clearance_case set title = substring(title, 1, length(title) - 1) where number = ?")
                    .param(number)
                    .update();
        }

        assertThat(said()).startsWith(number + " is broken at row: ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void endsWithTwoWhenThereAreNoRecordsToRead() {
        assertThat(verify("jdbc:h2:mem:nothing-here")).isEqualTo(VerifyRecordCommand.NOT_READ);

        assertThat(said()).startsWith("The records cannot be read: ");
    }

    @Test
    void isAskedForByItsArgumentOnly() {
        assertThat(VerifyRecordCommand.isAskedForBy("--server.port=1", "--verify-record"))
                .isTrue();
        assertThat(VerifyRecordCommand.isAskedForBy()).isFalse();
        assertThat(VerifyRecordCommand.isAskedForBy("--server.port=1")).isFalse();
    }
}
