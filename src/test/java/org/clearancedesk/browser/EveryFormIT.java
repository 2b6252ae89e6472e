package org.clearancedesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clearancedesk.web.Submission.with;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.clearancedesk.web.Consented;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.Submission;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;

/** The form of every step at which a person is asked, and the one that a request begins with, as Tasklist shows it. */
@InBrowser
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:every-form;LOCK_TIMEOUT=10000",
            "clearance-desk.demo-cases=false",
            "clearance-desk.mail.directory=target/every-form-mail",
            "camunda.bpm.job-execution.enabled=false"
        })
@Import(Floor.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class EveryFormIT {

    /** The parts of a form that are shown and hold nothing, or that no script has taken up. */
    private static final String EMPTY_PARTS =
            """
            [...document.querySelectorAll('form.desk-form *')]
                .filter(part => part.localName.startsWith('desk-') && !part.closest('[hidden]'))
                .filter(part => !customElements.get(part.localName) || !part.textContent.trim())
                .map(part => part.localName)""";

    private static Playwright playwright;
    private static Browser chromium;

    private final Floor floor;

    @LocalServerPort
    private int port;

    EveryFormIT(Floor floor) {
        this.floor = floor;
    }

    @BeforeAll
    static void startChromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright.chromium().launch(Chromium.launchOptions());
    }

    @AfterAll
    static void stopChromium() {
        playwright.close();
    }

    @Test
    void ofARequestIsShownWithoutAFailingScript() {
        try (Visitor requester = signedIn("requester")) {
            List<String> errors = errorsOf(requester);

            requester.startsRequest();

            isWhole(requester, errors, "title");
        }
    }

    @ParameterizedTest
    @MethodSource("stepsAtWhichAPersonIsAsked")
    void ofAStepIsShownWithoutAFailingScript(String step, String name) {
        String title = "A use that waits at " + step;
        Waiting waiting = bringsACaseTo(step, title);

        try (Visitor visitor = signedIn(waiting.forWhom())) {
            List<String> errors = errorsOf(visitor);
            if (waiting.isAssigned()) {
                visitor.looksAt(name, title);
            } else {
                visitor.takes(name, title);
            }

            isWhole(visitor, errors, waiting.asked());
        }
    }

    static Stream<Arguments> stepsAtWhichAPersonIsAsked() throws IOException {
        try (Stream<Path> models = Files.list(Path.of("bpmn"))) {
            return models
                    .filter(file -> file.toString().endsWith(".bpmn"))
                    .flatMap(file ->
                            Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(UserTask.class).stream())
                    .map(step -> Arguments.of(step.getId(), step.getName()))
                    .toList()
                    .stream();
        }
    }

    /** Whom a step waits for, whether it is theirs already, and a field of its form. */
    private record Waiting(String forWhom, boolean isAssigned, String asked) {}

    private Waiting bringsACaseTo(String step, String title) {
        return switch (step) {
            case "assessEscalatedUse" -> {
                sent(Submission.of("M1-03"), title);
                yield new Waiting("contact", false, "escalationOutcome");
            }
            case "reviewLegalExposure" -> {
                sent(Submission.withLegalReview(), title);
                yield new Waiting("legal", false, "legalOutcome");
            }
            case "confirmConsent" -> {
                sent(replica(), title);
                yield new Waiting("talent", false, "consentOutcome");
            }
            case "approveInWriting" -> {
                legalClears(sent(Submission.withLegalReview(), title));
                yield new Waiting("approver", false, "approvalOutcome");
            }
            case "amendRequest" -> {
                floor.completes(
                        "legal",
                        sent(Submission.withLegalReview(), title),
                        "reviewLegalExposure",
                        Map.of("legalOutcome", "CHANGES_NEEDED", "legalReason", "Please name the scene."));
                yield new Waiting("requester", true, "title");
            }
            case "fulfilCondition" -> {
                approved(title);
                yield new Waiting("requester", true, "conditionReason");
            }
            case "closeOutUse" -> {
                approved(title);
                yield new Waiting("requester", true, "closeOut.used");
            }
            case "decideOnHold" -> {
                limitsTheConsent(approved(title));
                yield new Waiting("legal", false, "holdOutcome");
            }
            default -> throw new AssertionError("Nothing here brings a case to " + step + ", so nobody sees its form.");
        };
    }

    private String sent(Map<String, Object> request, String title) {
        String number = floor.sent("requester", with(request, "title", title));
        floor.settle();
        return number;
    }

    private static Map<String, Object> replica() {
        return Submission.withConsent(Submission.performer("Ana", "PRINCIPAL"));
    }

    private void legalClears(String number) {
        floor.completes("legal", number, "reviewLegalExposure", Map.of("legalOutcome", "CLEARED"));
    }

    private String approved(String title) {
        String number = sent(replica(), title);
        floor.completes(
                "legal",
                number,
                "reviewLegalExposure",
                Map.of(
                        "legalOutcome",
                        "CLEARED_WITH_CONDITIONS",
                        "legalReason",
                        "The plates are ours.",
                        "legalConditions",
                        List.of("Keep the prompts.")));
        floor.completes(
                "talent",
                number,
                "confirmConsent",
                Map.of("consentOutcome", "CONFIRMED", "consent", Consented.terms("KITCHEN-S1")));
        floor.completes("approver", number, "approveInWriting", Map.of("approvalOutcome", "APPROVED"));
        return number;
    }

    private void limitsTheConsent(String number) {
        floor.as("talent")
                .post(
                        "/api/consents/" + new Consented(floor).idOf(number) + "/limitation",
                        Map.of("scope", "Only episode 2.", "reason", "She asked for it."))
                .expect(204);
        floor.settle();
    }

    private Visitor signedIn(String user) {
        return Visitor.signedIn(chromium, "http://localhost:" + port, user);
    }

    private static List<String> errorsOf(Visitor visitor) {
        List<String> errors = new ArrayList<>();
        visitor.page().onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(said(message));
            }
        });
        return errors;
    }

    private static String said(ConsoleMessage message) {
        return message.text() + " at " + message.location();
    }

    private static void isWhole(Visitor visitor, List<String> errors, String asked) {
        assertThat(visitor.row(asked)).isVisible();
        visitor.page().waitForFunction("() => !document.querySelector('desk-case > [role=status]')");
        visitor.page().waitForFunction("() => " + EMPTY_PARTS + ".length === 0");
        assertThat(visitor.page().locator(".desk-summary")).hasCount(0);
        assertThat(errors).isEmpty();
        assertThat(visitor.failures()).isEmpty();
    }
}
