package org.clearancedesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@InBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:pages-under-their-policy;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "clearance-desk.mail.directory=target/mail-of-the-pages"
        })
class PagesUnderTheirPolicyIT {

    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);

    @LocalServerPort
    private int port;

    private Playwright playwright;
    private Browser chromium;

    @BeforeAll
    void startChromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright.chromium().launch(Chromium.launchOptions());
    }

    @AfterAll
    void stopChromium() {
        playwright.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/camunda/app/cockpit/default/, Right Now",
        "/camunda/app/cockpit/default/#/processes, Request GenAI use",
        "/camunda/app/cockpit/default/#/decisions, decision definitions deployed",
        "/camunda/app/admin/default/, Users",
        "/camunda/app/admin/default/#/users, approver@desk.example",
        "/camunda/app/admin/default/#/authorization?resource=0, Application",
        "/camunda/app/welcome/default/, Applications",
        "/api/docs, GenAI clearance desk",
        "/requests?mine=false, All requests that I may see",
        "/verify/GL-2026-000001, has issued no letter",
        "/nowhere, There is nothing at this address"
    })
    void workWithoutABreachOrAFailingScript(String address, String shows) {
        try (Visitor admin = signedIn()) {
            admin.opens(address);

            assertThat(admin.page().getByText(shows).first()).isVisible(PATIENTLY);
            admin.page().waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(admin.failures()).isEmpty();
        }
    }

    @Test
    void showTheDrawnProcessAndARunningCaseInCockpit() {
        try (Visitor admin = signedIn()) {
            admin.opens("/camunda/app/cockpit/default/#/processes");
            link(admin, "Request GenAI use").click();
            assertThat(admin.page().locator(".djs-container svg").first()).isVisible(PATIENTLY);

            admin.page().locator(".instance-id a").first().click();
            assertThat(admin.page().locator(".djs-container svg").first()).isVisible(PATIENTLY);
            assertThat(admin.page().getByText("requestNumber").first()).isVisible(PATIENTLY);
            assertThat(admin.failures()).isEmpty();
        }
    }

    @Test
    void showADecisionTableInCockpit() {
        try (Visitor admin = signedIn()) {
            admin.opens("/camunda/app/cockpit/default/#/decisions");
            link(admin, "Scope").click();

            assertThat(admin.page()
                            .locator(".tjs-container, .dmn-decision-table-container")
                            .first())
                    .isVisible(PATIENTLY);
            assertThat(admin.failures()).isEmpty();
        }
    }

    @Test
    void runNoScriptThatSomebodyWroteIntoThem() {
        try (Visitor admin = signedIn()) {
            Page page = admin.page();

            page.evaluate(
                    """
                    () => {
                      const inline = document.createElement('script');
                      inline.textContent = 'window.broken = true';
                      document.head.append(inline);
                      document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.broken = true">');
                    }""");
            Object code =
                    page.evaluate("() => { try { return new Function('return true')() } catch { return false } }");

            assertThat(page.evaluate("() => window.broken === true")).isEqualTo(false);
            assertThat(admin.takeViolations()).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    private static Locator link(Visitor visitor, String text) {
        return visitor.page()
                .locator("table a")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }

    private Visitor signedIn() {
        return Visitor.signedIn(chromium, "http://localhost:" + port, "admin");
    }
}
