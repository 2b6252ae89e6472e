package org.clearancedesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;

/**
 * Somebody with a browser of their own, signed in at the desk, who clicks what a person would click. The last sight of
 * each visit is kept under {@code target/journey}.
 */
final class Visitor implements AutoCloseable {

    private static final String TELLS_OF_VIOLATIONS =
            """
            document.addEventListener('securitypolicyviolation', broken => console.warn(
                `VIOLATION of ${broken.effectiveDirective} by ${broken.blockedURI} ${broken.sample} at ${broken.sourceFile}:${broken.lineNumber}`));
            """;

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final String user;
    private final List<String> failures = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();

    private Visitor(BrowserContext context, String address, String user) {
        this.context = context;
        this.user = user;
        this.page = context.newPage();
        this.address = address;
        page.onPageError(failures::add);
        page.addInitScript(TELLS_OF_VIOLATIONS);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")
                    || message.text().startsWith("VIOLATION")) {
                violations.add(message.text());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 500) {
                failures.add(response.status() + " from " + response.url());
            }
        });
    }

    static Visitor signedIn(Browser browser, String address, String user) {
        Visitor visitor = new Visitor(
                browser.newContext(new Browser.NewContextOptions().setViewportSize(1400, 1000)), address, user);
        visitor.page.navigate(address);
        visitor.page.getByLabel("User name").fill(user);
        visitor.page.getByLabel("Password").fill(user);
        visitor.page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
        assertThat(visitor.page.getByText("To do")).isVisible();
        return visitor;
    }

    /** Errors of scripts and of the server that this visit met. */
    List<String> failures() {
        return failures;
    }

    /** What the content security policy forbade so far; a visit must not end with any that was not asked for. */
    List<String> takeViolations() {
        List<String> taken = List.copyOf(violations);
        violations.clear();
        return taken;
    }

    Page page() {
        return page;
    }

    void startsRequest() {
        page.getByText("Start process").click();
        page.getByText("Request GenAI use").click();
        assertThat(field("title")).isVisible();
    }

    void sends() {
        page.locator(".modal-footer")
                .getByText("Start", new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    /** Opens the one task that waits under this title. */
    void looksAt(String task, String title) {
        page.navigate(address + "/camunda/app/tasklist/default/");
        Locator card = page.locator(".tasks-list li.task, li.task")
                .filter(new Locator.FilterOptions().setHasText(task))
                .filter(new Locator.FilterOptions().setHasText(title));
        card.first().click();
    }

    /** Opens the one task that waits under this title, and takes it. */
    void takes(String task, String title) {
        looksAt(task, title);
        page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByText("Claim", new Page.GetByTextOptions().setExact(true)))
                .isHidden();
    }

    void completes() {
        page.getByRole(AriaRole.BUTTON, named("Complete")).click();
    }

    void types(String field, String text) {
        field(field).fill(text);
    }

    void chooses(String field, String value) {
        row(field).locator("input[value=\"" + value + "\"]").check();
    }

    void selects(String field, String value) {
        row(field).locator("select").selectOption(value);
    }

    void ticks(String field) {
        row(field).locator("input[type=checkbox]").check();
    }

    Locator field(String path) {
        return row(path).locator("input, textarea").first();
    }

    Locator row(String path) {
        return page.locator("[data-path=\"" + path + "\"]");
    }

    void opens(String path) {
        page.navigate(address + path);
    }

    @Override
    public void close() {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "journey", user + ".png"))
                .setFullPage(true));
        context.close();
        Assertions.assertThat(violations)
                .as("breaches of the content security policy")
                .isEmpty();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
