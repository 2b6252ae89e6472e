package org.clearancedesk.browser;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.clearancedesk.ClearanceDesk;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Takes the pictures of the README at a desk with the cases of the demo: {@code mvn -Ppictures process-test-classes}.
 * Needs a Chromium.
 */
final class Pictures {

    private static final String APPROVED = "Collapse of a building in Buenos Aires";
    private static final String WAITING = "Photographs in the opening slideshow";
    private static final int WIDTH = 1200;
    private static final int PATIENCE_MS = 60_000;
    private static final int LOOKS = 240;
    private static final int BETWEEN_LOOKS_MS = 500;

    private final String address;
    private final Browser chromium;
    private final Path folder;

    private Pictures(String address, Browser chromium, Path folder) {
        this.address = address;
        this.chromium = chromium;
        this.folder = folder;
    }

    /** @param arguments the folder for the pictures */
    public static void main(String[] arguments) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        try (ConfigurableApplicationContext desk = SpringApplication.run(
                        ClearanceDesk.class,
                        "--spring.profiles.active=demo",
                        "--server.port=0",
                        "--spring.datasource.url=jdbc:h2:mem:pictures;LOCK_TIMEOUT=10000",
                        "--clearance-desk.mail.directory=target/mail-of-the-pictures");
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser chromium = playwright.chromium().launch(Chromium.launchOptions())) {
            String address = "http://localhost:" + desk.getEnvironment().getProperty("local.server.port");
            waitForTheStories(address);
            new Pictures(address, chromium, Path.of(arguments[0])).take();
        }
    }

    /** The last one ends with a request that needs changes. */
    private static void waitForTheStories(String address) {
        org.clearancedesk.web.Visitor admin = new org.clearancedesk.web.Visitor(address).withPassword("admin", "admin");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> admin.get("/api/requests?mine=false").text().contains("CHANGES_NEEDED"));
    }

    /** Tasklist waits no more than seconds for its parts, which a desk that has just begun hands out more slowly. */
    private void warmUp() {
        try (Page page = chromium.newPage()) {
            page.navigate(address);
            page.getByText("Leo Gallo").click();
            for (int look = 0; look < 10 && page.getByText("To do").count() == 0; look++) {
                page.waitForTimeout(10_000);
                if (page.getByText("To do").count() == 0) {
                    page.reload(new Page.ReloadOptions().setTimeout(PATIENCE_MS));
                }
            }
        }
    }

    private void take() {
        warmUp();
        try (Visitor legal = Visitor.signedIn(chromium, address, "legal")) {
            legal.takes("Review legal exposure", WAITING);
            legal.chooses("legalOutcome", "CLEARED");
            legal.page().locator("desk-case").first().evaluate("shown => shown.scrollIntoView()");
            shoot(legal.page(), "tasklist", 1000);
        }
        String letter;
        try (Visitor requester = Visitor.signedIn(chromium, address, "requester")) {
            requester.opens("/requests");
            requester.page().getByText(APPROVED).click();
            reloadUntilThere(requester, "text=Open letter");
            shoot(requester.page(), "case", 900);
            letter = requester.page().locator("a[href^='/verify/GL-']").first().getAttribute("href");
        }
        try (Page anybody = chromium.newPage()) {
            anybody.navigate(address + letter);
            shoot(anybody, "verify", 620);
        }
    }

    private void shoot(Page page, String name, int height) {
        page.setViewportSize(WIDTH, height);
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
        System.out.println("Taken: " + folder.resolve(name + ".png"));
    }

    /** The letter comes a moment after the decision. */
    private static void reloadUntilThere(Visitor visitor, String wanted) {
        Locator there = visitor.page().locator(wanted);
        for (int look = 0; look < LOOKS && there.count() == 0; look++) {
            visitor.page().waitForTimeout(BETWEEN_LOOKS_MS);
            visitor.page().reload();
        }
        there.first().waitFor();
    }
}
