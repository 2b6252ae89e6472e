package org.clearancedesk.nodes;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Visitor;

/**
 * What people have in front of them: one address with several nodes behind it, taken in turn, without a thought for who
 * answered before. A call that nobody answered goes to the next.
 */
final class Front {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> nodes;
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<String, Visitor> programs = new ConcurrentHashMap<>();
    private final Map<String, Visitor> people = new ConcurrentHashMap<>();

    Front(List<String> nodes) {
        this.nodes = List.copyOf(nodes);
    }

    private String next() {
        return nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
    }

    /** A program of somebody's, which sends the password with every call. */
    Visitor program(String user) {
        return programs.computeIfAbsent(user, name -> new Visitor(next()).withPassword(name, name))
                .at(next());
    }

    /** Somebody in Tasklist, in the one session that they have, wherever it began. */
    Visitor person(String user) {
        return people.computeIfAbsent(user, name -> {
                    Visitor visitor = new Visitor(next());
                    visitor.signsIn(name, name).expect(302);
                    return visitor.at(next()).inTasklist();
                })
                .at(next());
    }

    /** Asks one node after the other until there is an answer that is good. */
    Answer until(String what, Function<Front, Answer> call, Predicate<Answer> good) {
        Answer[] got = new Answer[1];
        await(what)
                .dontCatchUncaughtExceptions()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN)
                .until(() -> {
                    try {
                        got[0] = call.apply(this);
                        return good.test(got[0]);
                    } catch (AssertionError hungUp) {
                        return false;
                    }
                });
        return got[0];
    }

    /** The task in which a case waits, once it does. */
    String task(String user, String number, String step) {
        String question = "/task?processInstanceBusinessKey=%s&taskDefinitionKey=%s".formatted(number, step);
        return until(
                        step + " of " + number,
                        front -> front.person(user).tasklist("GET", question),
                        found -> found.status() == 200 && !found.json().isEmpty())
                .json()
                .get(0)
                .get("id")
                .asText();
    }

    Answer claims(String user, String task) {
        return person(user).tasklist("POST", "/task/%s/claim".formatted(task), Map.of("userId", user));
    }

    Answer sends(String user, String task, Map<String, ?> answers) {
        return person(user)
                .tasklist("POST", "/task/%s/submit-form".formatted(task), Map.of("variables", typed(answers)));
    }

    /** Takes a task and sends its form, again when nobody answered. Whether the first try did it, the task shows. */
    void completes(String user, String number, String step, Map<String, ?> answers) {
        String task = task(user, number, step);
        until(
                step + " of " + number + " to be done",
                front -> {
                    Answer there = front.person(user).tasklist("GET", "/task/" + task);
                    if (there.status() == 200) {
                        front.claims(user, task);
                        return front.sends(user, task, answers);
                    }
                    return there;
                },
                answer -> answer.status() == 204 || answer.status() == 404);
    }

    private static Map<String, Object> typed(Map<String, ?> answers) {
        Map<String, Object> variables = new LinkedHashMap<>();
        answers.forEach((name, value) -> variables.put(
                name,
                value instanceof String text
                        ? Map.of("type", "String", "value", text)
                        : Map.of("type", "Json", "value", written(value))));
        return variables;
    }

    private static String written(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
