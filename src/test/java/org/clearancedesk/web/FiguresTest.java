package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;

/** What a monitoring system reads from the desk. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:figures;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "clearance-desk.demo-cases=false",
            "clearance-desk.mail.directory=target/mail-of-the-figures",
            "clearance-desk.operations.remember=0s",
            "clearance-desk.metrics.token=a-token-of-the-tests",
            "camunda.bpm.process-engine-name=figures",
            "camunda.bpm.job-execution.enabled=false"
        })
@AutoConfigureObservability(tracing = false)
@Import(Floor.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class FiguresTest {

    private static final Path DASHBOARD = Path.of("docker/grafana/dashboard.json");
    private static final String TITLE = "The secret title of a film";

    private final Floor floor;

    FiguresTest(Floor floor) {
        this.floor = floor;
    }

    @Test
    void theyCountRequestsByTierAndOutcomeAndTellWhoIsWaitedFor() {
        String before = scraped();
        assertThat(figure(before, "clearance_requests{outcome=\"IN_REVIEW\",tier=\"WRITTEN_APPROVAL\"}"))
                .isZero();
        floor.sent("requester", Submission.with(Submission.withLegalReview(), "title", TITLE));
        String approved = floor.approved(Map.of("approvalOutcome", "APPROVED", "validUntil", validForDays(20)));

        String figures = scraped();

        assertThat(figure(figures, "clearance_requests{outcome=\"IN_REVIEW\",tier=\"WRITTEN_APPROVAL\"}"))
                .isOne();
        assertThat(figure(figures, "clearance_tasks_waiting{age=\"under_1_day\",group=\"legal\"}"))
                .isOne();
        assertThat(figure(figures, "clearance_tasks_waiting{age=\"older\",group=\"legal\"}"))
                .isZero();
        assertThat(figure(figures, "clearance_tasks_overdue{group=\"legal\"}")).isZero();
        assertThat(figure(figures, "clearance_approvals_in_force")).isOne();
        assertThat(figure(figures, "clearance_approvals_ending{within=\"30d\"}"))
                .isOne();
        assertThat(figure(figures, "clearance_step_seconds_count{step=\"APPROVE_IN_WRITING\"}"))
                .isOne();
        assertThat(figure(figures, "clearance_step_seconds_count{step=\"AMEND_REQUEST\"}"))
                .isZero();
        assertThat(figures).doesNotContain(TITLE, approved, "requester\"", "contact@");
    }

    @Test
    void theyNeedTheTokenOrAnAdministrator() {
        assertThat(floor.as("admin").get("/actuator/prometheus").status()).isEqualTo(200);
        assertThat(floor.as("requester").get("/actuator/prometheus").status()).isEqualTo(403);
        assertThat(floor.nobody().get("/actuator/prometheus").status()).isNotEqualTo(200);
        assertThat(floor.nobody()
                        .with("Authorization", "Bearer a-token-of-the-test")
                        .get("/actuator/prometheus")
                        .status())
                .isNotEqualTo(200);
    }

    @Test
    void howTheDeskIsEverybodyLearnsAndWhyOnlyAnAdministrator() {
        for (String group : List.of("liveness", "readiness")) {
            assertThat(floor.nobody()
                            .get("/actuator/health/" + group)
                            .expect(200)
                            .text())
                    .isEqualTo("{\"status\":\"UP\"}");
            assertThat(floor.as("requester").get("/actuator/health/" + group).text())
                    .isEqualTo("{\"status\":\"UP\"}");
        }
        assertThat(floor.as("admin").get("/actuator/health/operations").text())
                .contains("\"schema\"", "\"oldestDueSeconds\"", "\"diskSpace\"", "\"signingKey\"");
    }

    @Test
    void theTokenOpensNothingElse() {
        Visitor scraper = floor.nobody().with("Authorization", "Bearer a-token-of-the-tests");

        assertThat(scraper.get("/api/requests").status()).isNotEqualTo(200);
        assertThat(scraper.get("/actuator/info").status()).isNotEqualTo(200);
        assertThat(scraper.get("/actuator/prometheus/../info").status()).isNotEqualTo(200);
    }

    @Test
    void everyFigureOfTheDashboardIsThere() throws Exception {
        Set<String> told = new TreeSet<>();
        scraped().lines().filter(line -> !line.startsWith("#")).forEach(line -> told.add(line.split("[{ ]")[0]));
        Set<String> asked = new TreeSet<>();
        JsonNode panels = new ObjectMapper().readTree(DASHBOARD.toFile()).get("panels");
        panels.findValuesAsText("expr").forEach(expression -> Pattern.compile("[a-z]+(?:_[a-z0-9]+)+")
                .matcher(expression.replaceAll("\\{[^}]*}|\\bby \\([^)]*\\)|[a-z_]+\\(", " "))
                .results()
                .forEach(name -> asked.add(name.group())));

        assertThat(asked).hasSizeGreaterThan(10);
        assertThat(told).containsAll(asked);
    }

    private String scraped() {
        return floor.nobody()
                .with("Authorization", "Bearer a-token-of-the-tests")
                .get("/actuator/prometheus")
                .expect(200)
                .text();
    }

    private static double figure(String figures, String name) {
        return figures.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + name + " in\n" + figures));
    }

    private static String validForDays(int days) {
        return java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(days).toString();
    }
}
