package org.clearancedesk.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.clearancedesk.web.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RunningDesk
class HiddenExpressionsTest {

    private static final String ATTACK = "${identityService.createMembership('requester2','camunda-admin')}";

    private final Floor floor;
    private final IdentityService identity;

    HiddenExpressionsTest(Floor floor, IdentityService identity) {
        this.floor = floor;
        this.identity = identity;
    }

    @AfterEach
    void nobodyHasRisen() {
        identity.deleteMembership("requester2", "camunda-admin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task?assignee%45xpression=x",
                "task;x=y?a=b&assigneeExpression",
                "history/task?assigneeExpression=x",
                "history/process-instance?startedAfterExpression=x",
                "process-instance?a.b.Expression=x",
                "history/../task?assigneeExpression=x"
            })
    void noneIsTakenHoweverTheAddressIsWritten(String path) {
        // To an address that goes back there is nothing at all.
        assertThat(Webapp.of(floor, "requester2").get(path).status()).isEqualTo(path.contains("..") ? 404 : 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json;charset=UTF-16", "text/plain", "application/x-json"})
    void noneIsTakenHoweverTheBodyIsWritten(String type) {
        Webapp attacker = Webapp.of(floor, "requester2");
        String body = "{\"orQueries\":[{\"assignee\\u0045xpression\":\"%s\"}]}".formatted(ATTACK);

        for (Charset alphabet : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
            assertThat(attacker.visitor()
                            .call("POST", Webapp.ENGINE + "task", Map.of("Content-Type", type), body.getBytes(alphabet))
                            .status())
                    .isIn(400, 415);
            nothingWasEvaluated();
        }
    }

    @Test
    void aSearchWithoutOneReachesTheEngineWhole() {
        String number = floor.sent("requester", Submission.withLegalReview());
        Webapp legal = Webapp.of(floor, "legal");

        assertThat(legal.post("task/count", Map.of("processInstanceBusinessKey", number))
                        .expect(200)
                        .json()
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(legal.post("task/count", Map.of("processInstanceBusinessKey", "none"))
                        .expect(200)
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
    }

    private void nothingWasEvaluated() {
        assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").list())
                .extracting(User::getId)
                .doesNotContain("requester2");
    }
}
