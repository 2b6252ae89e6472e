package org.clearancedesk.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Submission;
import org.clearancedesk.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An upgrade at noon: one desk after the other is stopped and started while people are at work. */
@ExtendWith(NginxIsThere.class)
class RestartingOneAfterTheOtherIT {

    private static final String FORM = "/camunda/app/tasklist/default/";

    private final Queue<String> troubles = new ConcurrentLinkedQueue<>();
    private final Queue<String> sent = new ConcurrentLinkedQueue<>();
    private final Queue<String> reviewed = new ConcurrentLinkedQueue<>();
    private final AtomicInteger clicks = new AtomicInteger();
    private final ExecutorService hands = Executors.newCachedThreadPool();
    private volatile boolean atWork = true;
    private Front front;

    @BeforeEach
    void open() {
        front = Front.with("restarting-one-after-the-other", 2);
    }

    @AfterEach
    void close() throws Exception {
        atWork = false;
        hands.shutdownNow();
        front.close();
    }

    @Test
    void nobodyNoticesAndNothingIsDoneTwice() throws Exception {
        Visitor requester = front.signedIn("requester");
        Visitor reader = front.signedIn("requester2");
        Visitor legal = front.signedIn("legal").inTasklist();
        Visitor approver = front.signedIn("approver").inTasklist();
        List<Future<?>> people = new ArrayList<>();
        people.add(keepsOn(() -> asksAndReviews(requester, legal)));
        people.add(keepsOn(() -> {
            clicks(reader, "GET", "/api/requests", null, 200);
            clicks(reader, "GET", "/requests", null, 200);
        }));
        people.add(keepsOn(() -> {
            clicks(approver, "GET", FORM, null, 200);
            clicks(approver, "POST", "/camunda/api/engine/engine/default/task", Map.of(), 200);
        }));

        front.node(0).restarts();
        front.node(1).restarts();
        atWork = false;
        for (Future<?> person : people) {
            person.get();
        }

        assertThat(troubles).as("of %s clicks", clicks).isEmpty();
        assertThat(sent).hasSizeGreaterThan(20).doesNotHaveDuplicates();
        assertThat(reviewed).hasSizeGreaterThan(20).doesNotHaveDuplicates();
        assertThat(front.count("select count(*) from clearance_case")).isEqualTo(sent.size());
        assertThat(front.count("select count(*) from clearance_event where type = 'LEGAL_REVIEWED'"))
                .isEqualTo(reviewed.size());
        assertThat(front.count("select count(distinct case_number) from clearance_event where type = 'LEGAL_REVIEWED'"))
                .isEqualTo(reviewed.size());
    }

    private void asksAndReviews(Visitor requester, Visitor legal) {
        Answer asked = clicks(requester, "POST", "/api/requests", Submission.withLegalReview(), 201);
        if (asked == null) {
            return;
        }
        String number = asked.json().get("number").asText();
        sent.add(number);
        String engine = "/camunda/api/engine/engine/default/task";
        Answer found = clicks(legal, "GET", engine + "?processInstanceBusinessKey=" + number, null, 200);
        if (found == null || found.json().isEmpty()) {
            return;
        }
        String task = engine + "/" + found.json().get(0).get("id").asText();
        if (clicks(legal, "POST", task + "/claim", Map.of("userId", "legal"), 204) != null
                && clicks(
                                legal,
                                "POST",
                                task + "/submit-form",
                                Map.of(
                                        "variables",
                                        Map.of("legalOutcome", Map.of("type", "String", "value", "CLEARED"))),
                                204)
                        != null) {
            reviewed.add(number);
        }
    }

    private Future<?> keepsOn(Runnable work) {
        return hands.submit(() -> {
            while (atWork) {
                work.run();
            }
        });
    }

    /** One click; null when it failed, which is noted. */
    private Answer clicks(Visitor person, String method, String path, Object value, int good) {
        clicks.incrementAndGet();
        try {
            Answer answer =
                    value == null ? person.call(method, path, Map.of(), new byte[0]) : person.send(method, path, value);
            if (answer.status() == good) {
                return answer;
            }
            troubles.add("%s %s: %d %s".formatted(method, path, answer.status(), answer.text()));
        } catch (AssertionError hungUp) {
            troubles.add(hungUp.getMessage());
        }
        return null;
    }
}
