package org.clearancedesk.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.clearancedesk.web.Submission;
import org.junit.jupiter.api.Test;

/** What an administrator asks for wrongly is refused in words; the desk has not failed. */
@RunningDesk
class AdministratorsMistakesTest {

    private final Floor floor;
    private final ProcessEngine engine;

    AdministratorsMistakesTest(Floor floor, ProcessEngine engine) {
        this.floor = floor;
        this.engine = engine;
    }

    @Test
    void aTaskIsNotGivenToAnotherTenant() {
        String number = floor.sent("requester", Submission.withLegalReview());
        String task = floor.task(number, "reviewLegalExposure");

        Webapp admin = Webapp.of(floor, "admin");
        ObjectNode asItIs = (ObjectNode) admin.get("task/" + task).expect(200).json();

        refused(admin.put("task/" + task, asItIs.put("tenantId", "x")));
        admin.put("task/" + task, asItIs.putNull("tenantId")).expect(204);
    }

    @Test
    void figuresAreNotAskedForEveryNoSeconds() {
        Webapp admin = Webapp.of(floor, "admin");
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getDbMetricsReporter()
                .reportValueAtOnce("job-successful", 1);

        refused(admin.get("metrics?interval=0"));
        admin.get("metrics?interval=900").expect(200);
    }

    private static void refused(Answer answer) {
        answer.expect(400);
        assertThat(answer.json().path("message").asText())
                .matches("\\p{Lu}.*\\.")
                .doesNotContainPattern(SearchesThatMakeNoSenseTest.ENGINE_WORDS);
    }
}
