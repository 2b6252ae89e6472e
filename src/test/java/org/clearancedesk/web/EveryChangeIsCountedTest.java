package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.clearancedesk.process.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every call by which a signed-in person changes something counts, so that none can be made without end. */
@GuardedDesk
class EveryChangeIsCountedTest {

    private static final int MORE_THAN_ANY_LIMIT = 11;

    private final Floor floor;
    private final MovableClock clock;
    private final RequestMappingHandlerMapping mappings;

    EveryChangeIsCountedTest(
            Floor floor,
            MovableClock clock,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.floor = floor;
        this.clock = clock;
        this.mappings = mappings;
    }

    @BeforeEach
    void nextDay() {
        clock.passes(Duration.ofDays(1));
    }

    @Test
    void byEachAddressThatTheDeskKnows() {
        List<String> changing = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getMethodsCondition().getMethods().stream()
                        .filter(method -> !Set.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS)
                                .contains(method))
                        .flatMap(method -> mapping.getPatternValues().stream().map(path -> method + " " + path)))
                .filter(call -> !call.contains(" /verify/"))
                .sorted()
                .toList();

        assertThat(changing)
                .contains("POST /requests/{number}/renewal", "POST /api/requests/{number}/scope-change")
                .hasSizeGreaterThan(25)
                .allSatisfy(this::comesToAnEnd);
    }

    @Test
    void onPagesTogetherWithTheApi() {
        clock.passes(Duration.ofMinutes(2));
        Visitor person = floor.signedIn("requester");
        String form = "_csrf=" + person.cookie("DESK-CSRF") + "&reason=x";
        for (int i = 0; i < 4; i++) {
            floor.as("requester").post("/api/requests/validation", Map.of()).expect(422);
        }

        for (String page : List.of("renewal", "scope-change", "withdrawal", "revocation", "standing")) {
            person.post("/requests/GC-1999-000001/" + page, "application/x-www-form-urlencoded", form)
                    .expect(429);
        }
    }

    @Test
    void inTasklistWhenATaskIsAnsweredClaimedOrCommented() {
        for (String call : List.of("submit-form", "complete", "claim", "unclaim", "comment/create")) {
            clock.passes(Duration.ofMinutes(2));
            Visitor person = floor.signedIn("requester");
            person.get("/camunda/app/tasklist/guarded/").expect(200);
            person.with("X-XSRF-TOKEN", person.cookie("XSRF-TOKEN"));
            String path = "/camunda/api/engine/engine/guarded/task/no-task/" + call;

            assertThat(Stream.generate(() -> person.post(path, Map.of()).status())
                            .limit(MORE_THAN_ANY_LIMIT))
                    .as(call)
                    .contains(429);
        }
    }

    private void comesToAnEnd(String call) {
        clock.passes(Duration.ofMinutes(2));
        String[] parts = call.split(" ");
        String path = parts[1].replaceAll("\\{[^}]*}", "1");
        assertThat(Stream.generate(() -> floor.as("requester2")
                                .send(parts[0], path, Map.of())
                                .status())
                        .limit(MORE_THAN_ANY_LIMIT))
                .contains(429);
    }
}
