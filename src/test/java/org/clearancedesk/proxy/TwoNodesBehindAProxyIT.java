package org.clearancedesk.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clearancedesk.web.Submission;
import org.clearancedesk.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two desks that the proxy asks in turn; no call is tied to one of them. */
@ExtendWith(NginxIsThere.class)
class TwoNodesBehindAProxyIT {

    private Front front;

    @BeforeEach
    void open() {
        front = Front.with("two-nodes-behind-a-proxy", 2);
    }

    @AfterEach
    void close() throws Exception {
        front.close();
    }

    @Test
    void answerInTurnAndWhenOneDiesTheOtherAnswersEveryCall() throws Exception {
        Visitor program = front.as("requester");
        List<String> sent = new ArrayList<>();

        for (int call = 0; call < 4; call++) {
            sent.add(sends(program));
        }
        assertThat(answered())
                .containsExactlyInAnyOrder(front.node(0).port(), front.node(1).port());
        front.node(0).dies();
        for (int call = 0; call < 4; call++) {
            sent.add(sends(program));
        }

        assertThat(sent).doesNotHaveDuplicates();
        for (String number : sent) {
            program.get("/api/requests/" + number).expect(200);
        }
    }

    @Test
    void shareTheSessionSoThatNobodyIsSignedOutWhenOneDies() throws Exception {
        Visitor person = front.signedIn("requester");
        Visitor legal = front.signedIn("legal").inTasklist();

        for (int call = 0; call < 4; call++) {
            sends(person);
            legal.tasklist("GET", "/task", List.of()).expect(200);
        }
        assertThat(answered())
                .containsExactlyInAnyOrder(front.node(0).port(), front.node(1).port());
        front.node(0).dies();
        for (int call = 0; call < 4; call++) {
            sends(person);
            legal.tasklist("GET", "/task", List.of()).expect(200);
        }

        person.post("/logout", "application/x-www-form-urlencoded", "").expect(204);
        person.get("/api/requests").expectProblem(401);
    }

    private static String sends(Visitor visitor) {
        return visitor.post("/api/requests", Submission.lowRisk())
                .expect(201)
                .json()
                .get("number")
                .asText();
    }

    private Set<Integer> answered() throws Exception {
        Set<Integer> ports = new HashSet<>();
        for (String call : front.nginx().calls()) {
            ports.add(Integer.valueOf(call.replaceAll(".*:(\\d+)$", "$1")));
        }
        return ports;
    }
}
