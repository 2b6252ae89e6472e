package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One id leads from a call to its answer, its problem document and the mails that go out because of it. */
@RunningDesk
class FollowingACallTest {

    private static final Path MAIL = Path.of("target/mail-of-the-running-desk");
    private static final String ID = "X-Correlation-Id";

    private final Floor floor;
    private final Set<Path> earlier = new HashSet<>();

    FollowingACallTest(Floor floor) {
        this.floor = floor;
    }

    /** An earlier run may have had the same numbers. */
    @BeforeEach
    void looksAtTheBox() throws IOException {
        Files.createDirectories(MAIL);
        try (Stream<Path> files = Files.list(MAIL)) {
            files.forEach(earlier::add);
        }
    }

    @Test
    void everyAnswerHasAnIdOfItsOwn() {
        String first = floor.nobody().get("/login").header(ID);
        String second = floor.nobody().get("/login").header(ID);

        assertThat(first).hasSize(36).isNotEqualTo(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/requests/GC-1999-000001", "/api/nowhere"})
    void aProblemDocumentNamesIt(String path) {
        Answer problem = floor.as("requester")
                .with("X-Request-Id", "proxy-4711-abc")
                .get(path)
                .expect(404);

        assertThat(problem.header(ID)).isEqualTo("proxy-4711-abc");
        assertThat(problem.json().get("correlation").asText()).isEqualTo("proxy-4711-abc");
    }

    @Test
    void soDoesTheRefusalOfSomebodyWhoIsNotSignedIn() {
        Answer problem = floor.nobody().get("/api/requests").expect(401);

        assertThat(problem.json().get("correlation").asText()).isEqualTo(problem.header(ID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with a space in it", "${jndi:ldap://evil}", "<script>alert(1)</script>"})
    void whatIsNoIdIsNotTaken(String given) {
        Answer answer = floor.as("requester")
                .with("X-Request-Id", given)
                .get("/api/nowhere")
                .expect(404);

        assertThat(answer.header(ID)).hasSize(36);
        assertThat(answer.text()).doesNotContain(given);
    }

    @Test
    void theMailsOfACallCarryItThoughTheyGoOutLater() throws Exception {
        String number = floor.as("requester")
                .with("X-Request-Id", "call-that-sent-it")
                .post("/api/requests", Submission.lowRisk())
                .expect(201)
                .json()
                .get("number")
                .asText();

        floor.settle();

        assertThat(mailsAbout(number)).hasSizeGreaterThan(1).allSatisfy(mail -> assertThat(mail.getHeader(ID))
                .containsExactly("call-that-sent-it"));
    }

    @Test
    void theLetterCarriesTheIdOfTheLastCallThatMovedTheCaseAndNotOfTheFirst() throws Exception {
        String number = floor.as("requester")
                .with("X-Request-Id", "call-that-sent-it")
                .post("/api/requests", Submission.withLegalReview())
                .expect(201)
                .json()
                .get("number")
                .asText();
        floor.completes("legal", number, "reviewLegalExposure", Map.of("legalOutcome", "CLEARED"));
        String task = floor.task(number, "approveInWriting");
        Visitor approver = floor.signedIn("approver").inTasklist().with("X-Request-Id", "call-that-approved");
        approver.tasklist("POST", "/task/" + task + "/claim", Map.of("userId", "approver"))
                .expect(204);
        approver.tasklist(
                        "POST",
                        "/task/" + task + "/submit-form",
                        Map.of("variables", Map.of("approvalOutcome", Map.of("value", "APPROVED", "type", "String"))))
                .expect(204);

        floor.settle();

        assertThat(mailsAbout(number))
                .filteredOn(FollowingACallTest::bringsTheLetter)
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(mail.getHeader(ID)).containsExactly("call-that-approved"));
    }

    private static boolean bringsTheLetter(MimeMessage mail) {
        try {
            return mail.getSubject().contains("pproved");
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private List<MimeMessage> mailsAbout(String number) throws Exception {
        List<MimeMessage> mails = new ArrayList<>();
        try (Stream<Path> files = Files.list(MAIL)) {
            for (Path file : files.filter(each -> each.toString().contains(number))
                    .filter(each -> !earlier.contains(each))
                    .toList()) {
                mails.add(read(file));
            }
        }
        return mails;
    }

    private static MimeMessage read(Path file) throws Exception {
        try (InputStream content = Files.newInputStream(file)) {
            return new MimeMessage(null, content);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
