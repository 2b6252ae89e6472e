package org.clearancedesk.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import org.clearancedesk.people.RefusedAttempt;
import org.clearancedesk.people.RefusedAttempts;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.clearancedesk.web.Submission;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RunningDesk
class FiguresForAdministratorsTest {

    private static final String COCKPIT = "/camunda/api/cockpit/plugin/base/default/";

    private final Floor floor;
    private final RefusedAttempts attempts;

    FiguresForAdministratorsTest(Floor floor, RefusedAttempts attempts) {
        this.floor = floor;
        this.attempts = attempts;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "process-definition/statistics",
                "process-definition/key/genai-clearance/statistics",
                "deployment/statistics",
                "batch/statistics",
                "batch/statistics/count",
                "metrics",
                "metrics/process-instances/sum",
                "metrics/task-users/sum",
                "telemetry/data",
                "task/report/candidate-group-count",
                "history/task/report?reportType=count&groupBy=taskName",
                "history/cleanable-process-instance/report",
                COCKPIT + "process-definition/statistics",
                COCKPIT + "process-definition/statistics-count",
                COCKPIT + "incident",
                "/camunda/api/admin/plugin/adminPlugins/default/metrics/x/aggregated"
            })
    void areForNobodyElse(String path) {
        floor.sent("requester", Submission.withLegalReview());

        for (String user : new String[] {"requester", "requester2", "legal", "contact", "approver", "talent"}) {
            Webapp visitor = Webapp.of(floor, user);
            Answer answer = visitor.get(path);
            assertThat(answer.status())
                    .as("%s as %s: %s", path, user, answer.text())
                    .isEqualTo(403);
            for (String trick : Knock.tricks(path.startsWith("/") ? path : Webapp.ENGINE + path)) {
                assertThat(visitor.get(trick).status()).as(trick).isBetween(400, 499);
            }
        }
        assertThat(Webapp.of(floor, "admin").get(path).status()).isIn(200, 404);
        assertThat(attempts.newest(0, 500))
                .filteredOn(attempt -> "requester2".equals(attempt.who()))
                .extracting(RefusedAttempt::kind)
                .containsAnyOf(RefusedAttempt.Kind.NOT_ALLOWED, RefusedAttempt.Kind.AND_MORE);
    }
}
