package org.clearancedesk.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.clearancedesk.web.Submission;
import org.clearancedesk.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RunningDesk
class PeopleWhoLeaveTest {

    private final Floor floor;
    private final IdentityService identity;
    private final AuthorizationService grants;
    private final TaskService tasks;
    private final String name = "leaver-" + UUID.randomUUID();

    PeopleWhoLeaveTest(Floor floor, IdentityService identity, AuthorizationService grants, TaskService tasks) {
        this.floor = floor;
        this.identity = identity;
        this.grants = grants;
        this.tasks = tasks;
    }

    @AfterEach
    void seeOff() {
        identity.deleteUser(name);
    }

    @Test
    void areOutAtOnceWhereverTheyAreSignedIn() {
        floor.person(name, "leaver@desk.example", "requesters");
        Visitor session = floor.signedIn(name).inTasklist();
        session.get("/api/requests").expect(200);
        session.tasklist("POST", "/task/count", Map.of()).expect(200);
        floor.as(name).get("/api/requests").expect(200);

        Webapp.of(floor, "admin").delete("user/" + name).expect(204);

        session.get("/api/requests").expect(401);
        assertThat(session.tasklist("POST", "/task/count", Map.of()).status()).isIn(401, 403);
        assertThat(session.get("/requests").expect(302).header("Location")).endsWith("/login");
        floor.as(name).get("/api/requests").expect(401);
    }

    @Test
    void loseTheRightsOfAGroupInTheMiddleOfASession() {
        String number = floor.sent("requester", Submission.withLegalReview());
        String task = floor.task(number, "reviewLegalExposure");
        floor.person(name, "leaver@desk.example", "legal");
        Visitor session = floor.signedIn(name).inTasklist();
        seesTheCase(session, number, true);

        Webapp.of(floor, "admin").delete("group/legal/members/" + name).expect(204);

        seesTheCase(session, number, false);
        assertThat(session.tasklist("POST", "/task/" + task + "/claim", Map.of("userId", name))
                        .status())
                .isBetween(400, 499);
        assertThat(session.tasklist("POST", "/task/" + task + "/complete", Map.of())
                        .status())
                .isBetween(400, 499);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();

        Webapp.of(floor, "admin").put("group/legal/members/" + name, "{}").expect(204);

        seesTheCase(session, number, true);
    }

    @Test
    void seeNothingMoreOfAProductionThatTheyWereTakenFrom() {
        String production = "LEAVE-" + name.substring(7, 15);
        String number =
                floor.sent("requester", Submission.with(Submission.lowRisk(), "production", "code", production));
        floor.person(name, "leaver@desk.example", "requesters", "production-" + production);
        Visitor session = floor.signedIn(name);
        Visitor program = floor.as(name);
        session.get("/api/requests/" + number).expect(200);
        program.get("/api/requests/" + number).expect(200);

        Webapp.of(floor, "admin")
                .delete("group/production-" + production + "/members/" + name)
                .expect(204);

        for (Visitor visitor : new Visitor[] {session, program}) {
            visitor.get("/api/requests/" + number).expect(404);
            assertThat(visitor.get("/api/requests").expect(200).text()).doesNotContain(number);
        }
    }

    @Test
    void leaveNothingToWhoeverWouldGetTheirName() {
        floor.person(name, "leaver@desk.example", "requesters", "legal", "approvers");
        floor.sent(name, Submission.lowRisk());
        String others = floor.sent("requester", Submission.withLegalReview());
        String task = floor.task(others, "reviewLegalExposure");
        Webapp.of(floor, name)
                .post("task/" + task + "/claim", Map.of("userId", name))
                .expect(204);
        Authorization own = grants.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        own.setUserId(name);
        own.setResource(Resources.PROCESS_DEFINITION);
        own.setResourceId("*");
        own.addPermission(Permissions.ALL);
        grants.saveAuthorization(own);
        Webapp admin = Webapp.of(floor, "admin");

        admin.delete("user/" + name).expect(204);

        Answer again = admin.post(
                "user/create",
                Map.of(
                        "profile",
                        Map.of("id", name, "firstName", "New", "lastName", "Comer", "email", "new@desk.example"),
                        "credentials",
                        Map.of("password", "a new password")));
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.json().path("message").asText()).contains("belonged to somebody else");
        assertThat(identity.createUserQuery().userId(name).count()).isZero();
        assertThat(grants.createAuthorizationQuery().userIdIn(name).count()).isZero();
        assertThat(identity.createGroupQuery().groupMember(name).count()).isZero();
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
    }

    private void seesTheCase(Visitor session, String number, boolean seen) {
        session.get("/api/requests/" + number).expect(seen ? 200 : 404);
        floor.as(name).get("/api/requests/" + number).expect(seen ? 200 : 404);
        assertThat(session.tasklist("POST", "/task/count", Map.of("processInstanceBusinessKey", number))
                        .expect(200)
                        .json()
                        .path("count")
                        .asInt())
                .isEqualTo(seen ? 1 : 0);
    }
}
