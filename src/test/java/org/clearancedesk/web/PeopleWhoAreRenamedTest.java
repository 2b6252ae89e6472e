package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.IdentityService;
import org.clearancedesk.audit.RecordAudit;
import org.clearancedesk.audit.Verification.Broken;
import org.clearancedesk.letter.DisplayNames;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever signed stays who they were then, whatever an administrator calls their account later. */
@RunningDesk
class PeopleWhoAreRenamedTest {

    private final Floor floor;
    private final IdentityService identity;
    private final DisplayNames names;
    private final RecordAudit audit;
    private final JdbcClient jdbc;

    PeopleWhoAreRenamedTest(
            Floor floor, IdentityService identity, DisplayNames names, RecordAudit audit, JdbcClient jdbc) {
        this.floor = floor;
        this.identity = identity;
        this.names = names;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Test
    void standInALetterThatIsIssuedLaterAsTheyWereCalledWhenTheySaidIt() throws IOException {
        floor.person("lawyer-renamed", "lawyer-renamed@desk.example", "legal");
        called("lawyer-renamed", "Lena", "Before");
        String number = floor.sent("requester", Submission.withLegalReview());
        floor.completes("lawyer-renamed", number, "reviewLegalExposure", Map.of("legalOutcome", "CLEARED"));

        called("lawyer-renamed", "Somebody", "Else");
        floor.completes("approver", number, "approveInWriting", Map.of("approvalOutcome", "APPROVED"));
        floor.settle();

        String letter = printed("/api/requests/" + number + "/letter");
        assertThat(letter).contains("Lena Before (lawyer-renamed)").doesNotContain("Somebody Else");
        String dossier = printed("/api/requests/" + number + "/record.pdf");
        assertThat(dossier).contains("Lena Before (lawyer-renamed)").doesNotContain("Somebody Else");
    }

    @Test
    void areStillNamedWhenTheyHaveLeft() throws IOException {
        floor.person("leaving-by-name", "leaving-by-name@desk.example", "legal");
        called("leaving-by-name", "Nora", "Leaves");
        String number = floor.sent("requester", Submission.withLegalReview());
        floor.completes("leaving-by-name", number, "reviewLegalExposure", Map.of("legalOutcome", "CLEARED"));

        identity.deleteUser("leaving-by-name");

        assertThat(printed("/api/requests/" + number + "/record.pdf")).contains("Nora Leaves (leaving-by-name)");
    }

    @Test
    void areOnTheDesksRecordWithWhoRenamedThem() {
        floor.person("renamed-on-record", "renamed-on-record@desk.example");
        called("renamed-on-record", "Olga", "Once");

        floor.signedIn("admin")
                .inTasklist()
                .tasklist(
                        "PUT",
                        "/user/renamed-on-record/profile",
                        Map.of(
                                "id",
                                "renamed-on-record",
                                "firstName",
                                "Olga",
                                "lastName",
                                "Twice",
                                "email",
                                "renamed-on-record@desk.example"))
                .expect(204);

        assertThat(jdbc.sql("select actor from clearance_desk_event where type = 'USER_RENAMED' and payload like"
                                + " '%\"name\":\"Olga Once\"%'")
                        .query(String.class)
                        .list())
                .containsExactly("admin");
        assertThat(names.nameOf("renamed-on-record", Instant.now().plusSeconds(60)))
                .isEqualTo("Olga Twice (renamed-on-record)");
        assertThat(brokenOfTheDesk()).isEmpty();
    }

    @Test
    void haveNoNameWhereTheyHadNoneWhenTheySignedThoughOneIsGivenThemLater() throws IOException {
        floor.person("nameless", "nameless@desk.example", "legal");
        called("nameless", null, null);
        String number = floor.sent("requester", Submission.withLegalReview());
        floor.completes("nameless", number, "reviewLegalExposure", Map.of("legalOutcome", "CLEARED"));

        called("nameless", "Reed", "Hastings");

        assertThat(printed("/api/requests/" + number + "/record.pdf"))
                .contains("nameless")
                .doesNotContain("Reed Hastings");
        assertThat(brokenOfTheDesk()).isEmpty();
    }

    /** Other stories on this desk leave cases behind whose rows they changed by hand. */
    private List<Broken> brokenOfTheDesk() {
        return audit.verify().broken().stream()
                .filter(broken -> broken.number() == null)
                .toList();
    }

    private String printed(String path) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(floor.as("requester").get(path).expect(200).bytes())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private void called(String user, String first, String last) {
        var account = identity.createUserQuery().userId(user).singleResult();
        account.setFirstName(first);
        account.setLastName(last);
        identity.saveUser(account);
    }
}
