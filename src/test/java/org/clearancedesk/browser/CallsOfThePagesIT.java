package org.clearancedesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.clearancedesk.engine.hardening.CallsOfThePages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestConstructor;

/** A walk through the pages of the webapp: what they call is what is written down as their calls, and none of it is closed. */
@InBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:calls-of-the-pages;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "clearance-desk.mail.directory=target/mail-of-the-calls"
        })
class CallsOfThePagesIT {

    private static final String INTERFACE = "/camunda/api";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String ADMIN = "/camunda/app/admin/default/";

    private static final List<String> PAGES_OF_COCKPIT =
            List.of("", "#/processes", "#/decisions", "#/tasks", "#/repository", "#/batch");

    private static final List<String> PAGES_OF_ADMIN = List.of(
            "",
            "#/users",
            "#/user-create",
            "#/users/legal?tab=profile",
            "#/users/legal?tab=account",
            "#/users/legal?tab=groups",
            "#/groups",
            "#/group-create",
            "#/groups/legal?tab=users",
            "#/tenants",
            "#/authorization?resource=0",
            "#/system?section=system-settings-general",
            "#/system?section=system-settings-metrics");

    private final RepositoryService models;
    private final RuntimeService runtime;
    private final HistoryService history;

    @LocalServerPort
    private int port;

    private Playwright playwright;
    private Browser chromium;

    CallsOfThePagesIT(RepositoryService models, RuntimeService runtime, HistoryService history) {
        this.models = models;
        this.runtime = runtime;
        this.history = history;
    }

    @BeforeAll
    void startChromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright.chromium().launch(Chromium.launchOptions());
    }

    @AfterAll
    void stopChromium() {
        playwright.close();
    }

    @Test
    void areAllWrittenDownAndNoneIsClosedToAdministrators() {
        String definition = models.createProcessDefinitionQuery()
                .processDefinitionKey("genai-clearance")
                .latestVersion()
                .singleResult()
                .getId();
        String instance = runtime.createProcessInstanceQuery()
                .processDefinitionId(definition)
                .listPage(0, 1)
                .get(0)
                .getId();
        String decision = history.createHistoricDecisionInstanceQuery()
                .listPage(0, 1)
                .get(0)
                .getId();
        try (Walk walk = new Walk("admin")) {
            walk.to(TASKLIST);
            PAGES_OF_COCKPIT.forEach(page -> walk.to(COCKPIT + page));
            walk.to(COCKPIT + "#/process-definition/" + definition + "/runtime");
            walk.throughTabs();
            walk.to(COCKPIT + "#/process-instance/" + instance + "/runtime");
            walk.throughTabs();
            walk.to(COCKPIT + "#/decision-instance/" + decision);
            PAGES_OF_ADMIN.forEach(page -> walk.to(ADMIN + page));

            assertThat(walk.calls).isNotEmpty();
            assertThat(walk.notIn(Stream.concat(
                            CallsOfThePages.forAnybody().stream(), CallsOfThePages.forAdministrators().stream())))
                    .isEmpty();
            assertThat(walk.closed).isEmpty();
        }
    }

    @Test
    void areAllWrittenDownAndNoneIsClosedToAReviewer() {
        try (Walk walk = new Walk("legal")) {
            walk.to(TASKLIST);
            walk.visitor
                    .page()
                    .waitForResponse(
                            answer -> answer.url().contains("/task/"),
                            () -> walk.visitor.page().locator("li.task").first().click());
            walk.throughTabs();
            walk.to(ADMIN + "#/users/legal?tab=account");

            assertThat(walk.calls)
                    .as("it led to a task and to the own account")
                    .anyMatch(call -> call.matches("GET .*/task/[^/]+"))
                    .anyMatch(call -> call.endsWith("/user/legal/profile"));
            assertThat(walk.notIn(CallsOfThePages.forAnybody().stream())).isEmpty();
            assertThat(walk.closed).isEmpty();
        }
    }

    private final class Walk implements AutoCloseable {

        private final Visitor visitor;
        private final Set<String> calls = new ConcurrentSkipListSet<>();
        private final Set<String> closed = new ConcurrentSkipListSet<>();

        private Walk(String user) {
            visitor = Visitor.signedIn(chromium, "http://localhost:" + port, user);
            visitor.page().onResponse(this::note);
        }

        private void note(Response answer) {
            String path = URI.create(answer.url().replaceFirst("\\?.*", "")).getRawPath();
            if (path.startsWith(INTERFACE + "/")) {
                String call = answer.request().method() + " " + path.substring(INTERFACE.length());
                calls.add(call);
                if (answer.status() == 403) {
                    closed.add(call);
                }
            }
        }

        private void to(String address) {
            visitor.opens(address);
            visitor.page().waitForLoadState(LoadState.NETWORKIDLE);
        }

        private void throughTabs() {
            visitor.page().locator("ul.nav-tabs > li > a:visible").all().forEach(tab -> {
                tab.click();
                visitor.page().waitForLoadState(LoadState.NETWORKIDLE);
            });
        }

        private List<String> notIn(Stream<String> known) {
            List<Pattern> patterns = known.map(call -> call.replaceAll("\\{[^}]*}", "[^/]+"))
                    .map(Pattern::compile)
                    .toList();
            return calls.stream()
                    .filter(call -> patterns.stream()
                            .noneMatch(pattern -> pattern.matcher(call).matches()))
                    .toList();
        }

        @Override
        public void close() {
            visitor.close();
        }
    }
}
