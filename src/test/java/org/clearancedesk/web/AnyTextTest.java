package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.clearancedesk.OddText;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Some hundred odd texts, many in each request: a field is refused, or everything that is made of it is whole. */
@RunningDesk
class AnyTextTest {

    private static final int PEOPLE = 3;
    private static final Pattern FIELD =
            Pattern.compile("title|description|(production|tool)\\.\\w+|performers\\[\\d\\]\\.\\w+");

    private final Floor floor;
    private final Map<String, String> texts = new LinkedHashMap<>();

    @TempDir
    private Path place;

    AnyTextTest(Floor floor) {
        this.floor = floor;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isRefusedAtItsFieldOrIsInEveryProofOfTheCase(long seed) throws Exception {
        OddText odd = new OddText(seed);
        fields().forEach(field -> texts.put(field, odd.anything()));
        refusesOnlyFieldsThatAreThere(odd);

        String number = floor.sent("requester", request());
        for (int i = 0; i < 4; i++) {
            handsIn(number, odd.line() + i + ".txt");
        }
        floor.completes(
                "legal",
                number,
                "reviewLegalExposure",
                Map.of(
                        "legalOutcome", "CLEARED_WITH_CONDITIONS",
                        "legalReason", odd.lines(),
                        "legalConditions", List.of(odd.line(), odd.line())));
        for (int i = 0; i < PEOPLE; i++) {
            floor.completes(
                    "talent", number, "confirmConsent", Map.of("consentOutcome", "CONFIRMED", "consent", terms(odd)));
        }
        floor.completes(
                "approver",
                number,
                "approveInWriting",
                Map.of("approvalOutcome", "APPROVED", "approvalReason", odd.lines()));

        assertThat(textOf("/api/requests/" + number + "/letter")).contains(number, floor.letterOf(number));
        assertThat(textOf("/api/requests/" + number + "/record.pdf")).contains(number, "Yes: every event fits");
        verifies(number);
        for (String page :
                List.of("/requests/" + number, "/requests?q=" + number, "/requests?q=" + Visitor.encoded(odd.line()))) {
            floor.as("requester").get(page).expect(200);
        }
        floor.as("talent").get("/consents?q=" + number).expect(200);
        floor.nobody().get("/verify/" + floor.letterOf(number)).expect(200);
        mailsAreWellFormed(number);
    }

    private void refusesOnlyFieldsThatAreThere(OddText odd) {
        Map<String, Long> before = floor.rows();
        Answer answer = floor.as("requester").post("/api/requests/validation", request());
        for (int times = 0; answer.status() == 422 && times < 3; times++) {
            answer.expectProblem(422);
            assertThat(answer.fields()).isNotEmpty().allMatch(field -> FIELD.matcher(field)
                    .matches());
            answer.fields().forEach(field -> texts.put(field, odd.line()));
            answer = floor.as("requester").post("/api/requests/validation", request());
        }
        answer.expect(204);
        assertThat(floor.rows()).isEqualTo(before);
    }

    private static List<String> fields() {
        List<String> fields =
                new ArrayList<>(List.of("title", "description", "production.title", "tool.name", "tool.vendor"));
        IntStream.range(0, PEOPLE).forEach(i -> Stream.of("name", "union", "representative", "use")
                .forEach(part -> fields.add("performers[%d].%s".formatted(i, part))));
        return fields;
    }

    private Map<String, Object> request() {
        Map<String, Object> request = Submission.withConsent();
        texts.forEach((field, text) -> {
            String[] parts = field.split("\\.");
            if (parts.length == 1) {
                request.put(field, text);
            } else if (!field.startsWith("performers")) {
                @SuppressWarnings("unchecked")
                Map<String, Object> inner = (Map<String, Object>) request.get(parts[0]);
                inner.put(parts[1], text);
            }
        });
        List<Map<String, Object>> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Map<String, Object> person = Submission.performer("", "PRINCIPAL");
            for (String part : List.of("name", "union", "representative", "use")) {
                person.put(part, texts.get("performers[%d].%s".formatted(i, part)));
            }
            people.add(person);
        }
        request.put("performers", people);
        return request;
    }

    private static Map<String, Object> terms(OddText odd) {
        Map<String, Object> terms = Consented.terms("KITCHEN-S1");
        terms.put("use", odd.line());
        terms.put("term", odd.line());
        terms.put("compensation", odd.line());
        return terms;
    }

    private void handsIn(String number, String name) {
        String sendable = name.replaceAll("[\"\\p{Cc}\\\\]", "_");
        Answer answer = floor.as("requester")
                .upload("/api/requests/" + number + "/evidence", sendable, "A note.".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.text()).isIn(201, 400, 422);
    }

    private String textOf(String path) throws IOException {
        try (PDDocument pdf =
                Loader.loadPDF(floor.as("requester").get(path).expect(200).bytes())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private void verifies(String number) throws Exception {
        byte[] zip = floor.as("requester")
                .get("/api/requests/" + number + "/record.zip")
                .expect(200)
                .bytes();
        Path program = place.resolve("VerifyRecord.java");
        List<String> names = new ArrayList<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                names.add(entry.getName());
                if (entry.getName().equals("VerifyRecord.java")) {
                    Files.write(program, entries.readAllBytes());
                }
            }
        }
        assertThat(names)
                .contains("dossier.pdf", "record.json", "manifest.json", "manifest.jws")
                .doesNotHaveDuplicates();
        Process check = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dstdout.encoding=UTF-8",
                        "-Dfile.encoding=UTF-8",
                        program.toString(),
                        Files.write(place.resolve("record.zip"), zip).toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(check.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(check.exitValue()).as(said).isZero();
    }

    private static void mailsAreWellFormed(String number) throws Exception {
        List<Path> mails;
        try (Stream<Path> files = Files.list(Path.of("target/mail-of-the-running-desk"))) {
            mails = files.filter(file -> file.getFileName().toString().contains(number))
                    .toList();
        }
        assertThat(mails).hasSizeGreaterThan(3);
        for (Path file : mails) {
            byte[] raw = Files.readAllBytes(file);
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            String head = new String(raw, StandardCharsets.ISO_8859_1).split("\r?\n\r?\n", 2)[0];
            assertThat(head).as("all of it ASCII").matches("(?s)[\\t\\r\\n -~]*");
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(mail.getSubject()).startsWith("[" + number + "] ").doesNotContain("\n", "\r", "\uFFFD");
            assertThat(mail.getContent()).isInstanceOf(MimeMultipart.class);
            assertThat(((MimeMultipart) mail.getContent()).getCount()).isPositive();
        }
    }
}
