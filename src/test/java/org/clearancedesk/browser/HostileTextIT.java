package org.clearancedesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clearancedesk.web.Submission.with;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.Map;
import org.clearancedesk.HostileText;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.Submission;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;

/** What requesters and reviewers typed, in the eyes of those who have to read it. */
@InBrowser
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:hostile;LOCK_TIMEOUT=10000",
            "clearance-desk.demo-cases=false",
            "clearance-desk.mail.directory=target/hostile-mail",
            "camunda.bpm.job-execution.enabled=false"
        })
@Import(Floor.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class HostileTextIT {

    private static final String TITLE =
            "{{7*7}}{{constructor.constructor('window.hostile=1')()}}<img src=x onerror=\"window.hostile=2\">";
    private static final String TEXT = String.join(" ", HostileText.ALL);
    private static final String SMUGGLED =
            "img[src=x], svg[onload], iframe[srcdoc], [onmouseover], a[href^=javascript], base[href*=evil], meta[http-equiv=refresh]";

    private static Playwright playwright;
    private static Browser chromium;

    private final Floor floor;

    @LocalServerPort
    private int port;

    HostileTextIT(Floor floor) {
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
    void isReadAndNeverRuns() {
        String number = floor.sent(
                "requester",
                with(
                        with(
                                with(with(Submission.withLegalReview(), "title", TITLE), "description", TEXT),
                                "tool",
                                "vendor",
                                TITLE),
                        "production",
                        "title",
                        TITLE));

        try (Visitor legal = Visitor.signedIn(chromium, address(), "legal")) {
            legal.takes("Review legal exposure", TITLE);
            reads(legal, "desk-case");
        }
        floor.completes(
                "legal",
                number,
                "reviewLegalExposure",
                Map.of(
                        "legalOutcome",
                        "CLEARED_WITH_CONDITIONS",
                        "legalReason",
                        "Legal: " + TEXT,
                        "legalConditions",
                        List.of("Condition: " + TEXT)));
        try (Visitor approver = Visitor.signedIn(chromium, address(), "approver")) {
            approver.takes("Approve in writing", TITLE);
            reads(approver, "desk-case", "Legal: ", "Condition: ");
        }
        floor.completes(
                "approver",
                number,
                "approveInWriting",
                Map.of("approvalOutcome", "CHANGES_NEEDED", "approvalReason", "Approver: " + TEXT));
        try (Visitor requester = Visitor.signedIn(chromium, address(), "requester")) {
            requester.page().getByText("Amend request").first().click();
            reads(requester, "desk-changes-wanted", "Approver: ");
            assertThat(requester.field("title")).hasValue(TITLE);
            assertThat(requester.field("description")).hasValue(TEXT);
            isUnharmed(requester);
            requester.opens("/requests");
            assertThat(requester.page().locator("ul.cases")).containsText(TITLE);
            isUnharmed(requester);
            requester.opens("/requests/" + number);
            reads(requester, "main", "Legal: ", "Condition: ", "Approver: ");
        }
    }

    private String address() {
        return "http://localhost:" + port;
    }

    /** Everything is there to read, each character of it. */
    private static void reads(Visitor visitor, String place, String... marks) {
        Locator shown = visitor.page().locator(place).first();
        for (String mark : marks) {
            assertThat(shown).containsText(mark + TEXT);
        }
        if (marks.length == 0) {
            assertThat(shown).containsText(TEXT);
        }
        isUnharmed(visitor);
    }

    private static void isUnharmed(Visitor visitor) {
        assertThat(visitor.page().evaluate("window." + HostileText.MARK)).isNull();
        assertThat(visitor.page().locator(SMUGGLED).count()).isZero();
        assertThat(visitor.page().locator("body").textContent()).doesNotContain("49{{");
        assertThat(visitor.failures()).isEmpty();
    }
}
