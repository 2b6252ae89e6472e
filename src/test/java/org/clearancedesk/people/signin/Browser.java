package org.clearancedesk.people.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody's browser, which has never been at the studio. What it saw last is kept under {@code target/keycloak}. */
final class Browser implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final List<String> failures = new ArrayList<>();
    private String person = "nobody";

    Browser(com.microsoft.playwright.Browser chromium, String address) {
        this.context = chromium.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1400, 900));
        this.page = context.newPage();
        this.address = address;
        page.onPageError(failures::add);
        page.onResponse(response -> {
            if (response.status() >= 500) {
                failures.add(response.status() + " from " + response.url());
            }
        });
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    List<String> failures() {
        return failures;
    }

    void opens(String path) {
        page.navigate(address + path);
    }

    /** Fills in the provider's form, which stands before them. */
    void signsInAs(String person) {
        this.person = person;
        providersForm().fill(person);
        page.locator("#password").fill("a password of " + person);
        page.locator("#kc-login").click();
    }

    /** The field that only the provider's page has. */
    Locator providersForm() {
        return page.locator("form[action*='/realms/studio/'] #username");
    }

    /** Comes to Tasklist through the provider. */
    Browser works(String person) {
        opens("/");
        signsInAs(person);
        try {
            assertThat(page.getByText("To do")).isVisible();
        } catch (AssertionError elsewhere) {
            close();
            throw elsewhere;
        }
        return this;
    }

    APIResponse asks(String path) {
        return page.request().get(address + path);
    }

    void seen(String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "keycloak", person + "-" + name + ".png")));
    }

    @Override
    public void close() {
        seen("last");
        context.close();
    }
}
