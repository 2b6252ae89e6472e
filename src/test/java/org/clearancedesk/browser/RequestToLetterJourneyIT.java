package org.clearancedesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the intake form to the letter, as four people in four browsers walk it. */
@InBrowser
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:journey;LOCK_TIMEOUT=10000",
            "clearance-desk.demo-cases=false",
            "clearance-desk.mail.directory=target/journey-mail"
        })
class RequestToLetterJourneyIT {

    private static final String TITLE = "Younger face of the lead in the flashbacks";
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    private static Playwright playwright;
    private static Browser chromium;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void startChromium() {
        // The first page of a cold desk on a busy machine takes longer than Playwright's five seconds.
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
    void aReplicaIsRequestedReviewedByLegalAndTalentApprovedAndPutInALetter() throws IOException {
        try (Visitor requester = signedIn("requester")) {
            requester.startsRequest();
            describesAReplica(requester);
            assertThat(requester.page().locator("desk-triage-panel")).containsText("ritten approval");
            namesTheLead(requester);
            requester.sends();
            assertThat(requester.page().locator(".modal-footer")).isHidden();
            assertThat(requester.failures()).isEmpty();
        }
        legalClearsWithACondition();
        talentConfirmsTheConsent();
        approverApproves();

        String letter = requesterOpensTheLetter();

        assertThat(letter)
                .contains(TITLE, "El Eternauta", "Lead performer", "SAG-AFTRA TV/Theatrical", "Destroy the model")
                .contains(
                        "Cleared with conditions",
                        "Leo Gallo (legal)",
                        "Tara Lenz (talent)",
                        "Aki Provo (approver)",
                        "M4");
    }

    @Test
    void aMoodBoardIsDisclosedAtOnceAndNobodyWaits() {
        try (Visitor requester = signedIn("requester")) {
            requester.startsRequest();
            requester.types("title", "Rough mood board");
            describesTheProduction(requester);
            answers(
                    requester,
                    Map.ofEntries(
                            Map.entry("element", "REFERENCE"),
                            Map.entry("stage", "IDEATION"),
                            Map.entry("prominence", "NOT_ON_SCREEN"),
                            Map.entry("talent", "NONE")));
            assertThat(requester.page().locator("desk-triage-panel")).containsText("nform");

            requester.sends();
            assertThat(requester.page().locator(".modal-footer")).isHidden();
            requester.opens("/requests");
            requester.page().getByText("Rough mood board").click();

            assertThat(requester.page().getByText("Request sent")).isVisible();
            reloadUntilVisible(requester, "Netflix contact told");
        }
        try (Visitor legal = signedIn("legal")) {
            legal.opens("/requests?mine=false");
            assertThat(legal.page().getByText("All requests that I may see")).isVisible();
            assertThat(legal.page().getByText("Rough mood board")).hasCount(0);
        }
    }

    @Test
    void whatIsMissingIsShownAtItsFieldAndNothingTypedIsLost() {
        try (Visitor requester = signedIn("requester")) {
            requester.startsRequest();
            requester.types("title", "Half a request");
            requester.types("production.code", "ETERNAUTA S1!");
            requester.types("description", "x".repeat(4001));
            requester.sends();

            assertThat(requester.row("netflixContact")).containsText("Please give the e-mail address");
            assertThat(requester.row("description")).containsText("4,001 characters");
            assertThat(requester.row("facts.generative")).containsText("Please answer");
            assertThat(requester.field("title")).hasValue("Half a request");

            requester.types("description", "Enough said.");
            describesTheProduction(requester);
            requester.types("production.code", "ETERNAUTA S1!");
            answers(requester, Map.of("element", "REFERENCE", "stage", "IDEATION", "prominence", "NOT_ON_SCREEN"));
            requester.sends();

            assertThat(requester.row("production.code")).containsText("letters, digits and dashes");
            assertThat(requester.field("title")).hasValue("Half a request");
            requester.opens("/requests");
            assertThat(requester.page().getByText("Half a request")).isHidden();
        }
    }

    @Test
    void theDesksContactsAreOfferedAndFitOnAPhone() {
        try (Visitor requester = signedIn("requester")) {
            requester.startsRequest();
            assertThat(requester.row("netflixContact")).containsText("Choose one of the desk’s contacts");
            assertThat(requester.page().locator("datalist option[value='contact@desk.example']"))
                    .hasText("Carla Netti");
            requester.row("netflixContact").scrollIntoViewIfNeeded();
            photograph(requester, "contacts");
            requester.page().setViewportSize(360, 740);
            requester.row("netflixContact").scrollIntoViewIfNeeded();
            photograph(requester, "contacts-narrow");
            assertThat(requester.field("netflixContact")).isInViewport();
        }
    }

    @Test
    void theFormSaysWhoOpenedItAndStaysWhenSomebodyElseHasSignedInMeanwhile() {
        List<String> openedBy = new ArrayList<>();
        try (Visitor requester = signedIn("requester")) {
            requester.startsRequest();
            requester.types("title", "Typed by the first one");
            describesTheProduction(requester);
            answers(
                    requester,
                    Map.of(
                            "element",
                            "REFERENCE",
                            "stage",
                            "IDEATION",
                            "prominence",
                            "NOT_ON_SCREEN",
                            "talent",
                            "NONE"));
            requester.page().route("**/submit-form", sent -> {
                Map<String, String> headers = new HashMap<>(sent.request().headers());
                openedBy.add(headers.put("x-desk-user", "requester2"));
                sent.resume(new Route.ResumeOptions().setHeaders(headers));
            });

            requester.sends();

            assertThat(requester.page().locator("desk-submission")).containsText("opened by somebody else");
            assertThat(requester.field("title")).hasValue("Typed by the first one");
            photograph(requester, "opened-by-somebody-else");
        }
        assertThat(openedBy).containsExactly("requester");
    }

    private static void photograph(Visitor visitor, String name) {
        visitor.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "journey", name + ".png")));
    }

    private Visitor signedIn(String user) {
        return Visitor.signedIn(chromium, "http://localhost:" + port, user);
    }

    private static void describesTheProduction(Visitor requester) {
        requester.types("production.title", "El Eternauta");
        requester.types("production.code", "ETERNAUTA-S1");
        requester.types("tool.name", "De-ageing pipeline");
        requester.types("tool.vendor", "Eyeline");
        requester.types("netflixContact", "contact@desk.example");
        if (requester.field("description").inputValue().isEmpty()) {
            requester.types("description", "Made with the tool, from our own plates.");
        }
    }

    private static void describesAReplica(Visitor requester) {
        requester.types("title", TITLE);
        describesTheProduction(requester);
        answers(
                requester,
                Map.ofEntries(
                        Map.entry("element", "SHOT"),
                        Map.entry("stage", "FINAL"),
                        Map.entry("prominence", "STORY_RELEVANT"),
                        Map.entry("materialIsTemporary", "NO"),
                        Map.entry("talent", "LIVING_PERFORMER"),
                        Map.entry("talentUse", "REPLICA"),
                        Map.entry("consentStatus", "PENDING"),
                        Map.entry("consentException", "NONE"),
                        Map.entry("modelReusedElsewhere", "false")));
    }

    /** Answers every question that the form shows, in its order; with the harmless answer where none is given. */
    private static void answers(Visitor requester, Map<String, String> special) {
        Map<String, String> harmless = Map.ofEntries(
                Map.entry("generative", "YES"),
                Map.entry("outputIsOriginal", "YES"),
                Map.entry("toolKeepsNothing", "YES"),
                Map.entry("environmentIsSecured", "YES"),
                Map.entry("materialIsTemporary", "YES"),
                Map.entry("performancesHaveConsent", "YES"),
                Map.entry("toolTier", "NETFLIX_ENTERPRISE"),
                Map.entry("toolTermsReviewed", "true"),
                Map.entry("proprietaryInput", "NONE"),
                Map.entry("personalDataInput", "false"),
                Map.entry("thirdPartyReference", "NONE"),
                Map.entry("modelTraining", "NONE"),
                Map.entry("modelReusedElsewhere", "false"),
                Map.entry("customPipeline", "NO"),
                Map.entry("talent", "NONE"),
                Map.entry("misleadingRisk", "NO"),
                Map.entry("unionWorkImpact", "NO"));
        Locator questions = requester.page().locator("fieldset[data-path^=\"facts.\"]");
        for (int i = 0; i < questions.count(); i++) {
            if (questions.nth(i).isVisible()) {
                String fact = questions.nth(i).getAttribute("data-path").substring("facts.".length());
                requester.chooses("facts." + fact, special.getOrDefault(fact, harmless.getOrDefault(fact, "")));
            }
        }
    }

    private static void namesTheLead(Visitor requester) {
        requester.row("performers").locator("select").first().selectOption("PRINCIPAL");
        requester.types("performers[0].name", "Lead performer");
        requester.types("performers[0].use", "A younger face in three flashbacks");
        requester
                .row("evidence")
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "test shot.txt", "text/plain", "First test of shot 12.".getBytes(StandardCharsets.UTF_8)));
        assertThat(requester.row("evidence").getByText("Remove")).isVisible();
    }

    private void legalClearsWithACondition() {
        try (Visitor legal = signedIn("legal")) {
            legal.takes("Review legal exposure", TITLE);
            assertThat(legal.page().locator("desk-case")).containsText("test shot.txt");
            legal.chooses("legalOutcome", "CLEARED_WITH_CONDITIONS");
            legal.types("legalConditions[0]", "Destroy the model after delivery.");
            legal.types("legalReason", "Rights are clear; the model must not outlive the production.");
            legal.completes();
            assertThat(legal.page().locator("desk-case")).isHidden();
            assertThat(legal.failures()).isEmpty();
        }
    }

    private void talentConfirmsTheConsent() {
        try (Visitor talent = signedIn("talent")) {
            talent.takes("Confirm consent", TITLE);
            talent.chooses("consentOutcome", "CONFIRMED");
            talent.completes();
            assertThat(talent.row("consent.agreement")).containsText("Please");
            talent.chooses("consent.kind", "REPLICA");
            talent.types("consent.use", "A younger face in three flashbacks, as scripted");
            talent.types("consent.languages[0]", "Spanish");
            talent.types("consent.titles[0]", "El Eternauta");
            talent.types("consent.term", "This season");
            talent.types("consent.compensation", "Session day");
            talent.ticks("consent.signedSeparately");
            talent.types("consent.signedOn", LocalDate.now().minusDays(3).toString());
            talent.types("consent.noticeGivenAt", LocalDate.now().minusDays(3) + "T09:00");
            talent.types("consent.firstUseAt", LocalDate.now().plusDays(3) + "T09:00");
            talent.selects("consent.agreement", "sag-aftra-tv-theatrical-2026");
            talent.chooses("consent.exception", "NONE");
            talent.completes();
            assertThat(talent.page().locator("desk-case")).isHidden();
            assertThat(talent.failures()).isEmpty();
        }
    }

    private void approverApproves() {
        try (Visitor approver = signedIn("approver")) {
            approver.takes("Approve in writing", TITLE);
            assertThat(approver.page().locator("desk-case")).containsText("Destroy the model after delivery.");
            approver.chooses("approvalOutcome", "APPROVED");
            approver.types("validUntil", LocalDate.now().plusYears(1).toString());
            approver.completes();
            assertThat(approver.page().locator("desk-case")).isHidden();
            assertThat(approver.failures()).isEmpty();
        }
    }

    private String requesterOpensTheLetter() throws IOException {
        try (Visitor requester = signedIn("requester")) {
            requester.page().getByText("My requests").click();
            requester.page().getByText(TITLE).click();
            reloadUntilVisible(requester, "Open letter");
            Download letter = requester.page().waitForDownload(() -> requester
                    .page()
                    .evaluate(
                            "link => { link.setAttribute('download', ''); link.removeAttribute('target'); link.click(); }",
                            requester.page().getByText("Open letter").elementHandle()));
            Path pdf = letter.path();
            try (PDDocument document = Loader.loadPDF(Files.readAllBytes(pdf))) {
                return new PDFTextStripper().getText(document);
            }
        }
    }

    private static void reloadUntilVisible(Visitor visitor, String text) {
        for (int look = 0; look < 20 && visitor.page().getByText(text).count() == 0; look++) {
            visitor.page().waitForTimeout(500);
            visitor.page().reload();
        }
        assertThat(visitor.page().getByText(text).first()).isVisible(PATIENTLY);
    }
}
