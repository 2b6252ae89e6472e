package org.clearancedesk.engine.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;
import org.clearancedesk.web.Answer;
import org.clearancedesk.web.Floor;
import org.clearancedesk.web.RunningDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of the engine's interface the desk lets through what the pages of the webapp call, and nothing besides. */
@RunningDesk
class OnlyWhatThePagesCallTest {

    private static final String INTERFACE = "/camunda/api";
    private static final Set<String> SEARCHES = Set.of("GET", "OPTIONS");

    private final Floor floor;

    OnlyWhatThePagesCallTest(Floor floor) {
        this.floor = floor;
    }

    @Test
    void isOpenToWhomItIsFor() {
        assertThat(CallsOfThePages.forAnybody()).hasSizeGreaterThan(25).allSatisfy(call -> assertThat(
                        isIn(AllowedCall.TO_EVERYBODY, call))
                .as(call)
                .isTrue());
        assertThat(CallsOfThePages.forAdministrators()).hasSizeGreaterThan(50).allSatisfy(call -> assertThat(
                        isIn(AllowedCall.TO_ADMINISTRATORS, call) || isIn(AllowedCall.TO_EVERYBODY, call))
                .as(call)
                .isTrue());
        assertThat(CallsOfThePages.forAdministrators())
                .filteredOn(call -> isIn(AllowedCall.TO_EVERYBODY, call))
                .as("what is not only for administrators")
                .allMatch(call -> call.matches("(GET|POST) /engine/engine/\\{engine}/(group|task(/count)?)"));
    }

    @Test
    void everyOtherRouteOfTheInterfaceIsClosed() {
        List<String> routes = routes();
        assertThat(routes).hasSizeGreaterThan(400).contains("POST /engine/engine/{name}/task/{id}/claim");
        Webapp requester = Webapp.of(floor, "requester");
        List<String> open = new ArrayList<>();

        for (String route : routes) {
            if (!isIn(AllowedCall.TO_EVERYBODY, route)) {
                Answer answer = call(requester, route);
                if (answer.status() != 403 && answer.status() != 404) {
                    open.add(route + " → " + answer.status());
                }
            }
        }

        assertThat(open).isEmpty();
    }

    @Test
    void administratorsChangeNothingElseEither() {
        Webapp admin = Webapp.of(floor, "admin");
        Map<String, Long> before = floor.rows();
        List<String> open = new ArrayList<>();

        for (String route : routes()) {
            boolean isOpen = isIn(AllowedCall.TO_EVERYBODY, route) || isIn(AllowedCall.TO_ADMINISTRATORS, route);
            if (!isOpen) {
                Answer answer = call(admin, route);
                if (answer.status() != 403) {
                    open.add(route + " → " + answer.status());
                }
            }
        }

        assertThat(open).isEmpty();
        assertThat(floor.rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE metrics/task-worker",
                "DELETE task/any/comment",
                "DELETE process-instance/any/comment",
                "PUT task/any/comment",
                "POST user/any/unlock",
                "PUT tenant/any/user-members/any",
                "POST job/retries",
                "POST history/cleanup",
                "GET optimize/task-instance/running",
                "PUT history/user-operation/any/set-annotation"
            })
    void isClosedToAdministratorsToo(String call) {
        Answer answer = Webapp.of(floor, "admin")
                .send(call.substring(0, call.indexOf(' ')), call.substring(call.indexOf(' ') + 1), "{}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).doesNotContainPattern(SearchesThatMakeNoSenseTest.ENGINE_WORDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "history/cleanup/configuration",
                "history/cleanup/job",
                "history/cleanup/jobs",
                "job-definition",
                "job-definition/count",
                "process-definition/statistics",
                "history/process-instance/report?reportType=duration&periodUnit=month",
                "job",
                "user",
                "authorization",
                "deployment",
                "version"
            })
    void isReadByAdministratorsOnly(String path) {
        assertThat(Webapp.of(floor, "approver").get(path).status()).isEqualTo(403);
        assertThat(Webapp.of(floor, "admin").get(path).status()).isIn(200, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "engine/engine/default/task",
                "engine/engine/default/filter",
                "engine/engine/default",
                "engine/application.wadl",
                "cockpit/application.wadl",
                "admin/application.wadl",
                "engine/task"
            })
    void tellsNobodyWhatElseItWouldTake(String path) {
        for (String user : List.of("requester", "admin")) {
            Webapp visitor = Webapp.of(floor, user);
            for (String method : List.of("OPTIONS", "GET")) {
                visitor.visitor().with("Accept", "application/vnd.sun.wadl+xml, */*");
                Answer answer = visitor.send(method, INTERFACE + "/" + path, null);

                assertThat(answer.status()).as("%s %s", method, path).isLessThan(500);
                assertThat(answer.text()).as("%s %s", method, path).doesNotContain("wadl", "<resource", "org.camunda");
            }
        }
    }

    private static boolean isIn(List<AllowedCall> open, String call) {
        String path = filled(call.substring(call.indexOf(' ') + 1)).replaceFirst("/$", "");
        return open.stream().anyMatch(each -> each.isAt(call.substring(0, call.indexOf(' ')), path));
    }

    private static Answer call(Webapp visitor, String route) {
        String method = route.substring(0, route.indexOf(' '));
        String path = INTERFACE + filled(route.substring(route.indexOf(' ') + 1));
        return visitor.send(method, path, SEARCHES.contains(method) ? null : "{}");
    }

    private static String filled(String path) {
        return path.replaceAll("\\{[^}]*}", "any");
    }

    private static List<String> routes() {
        Set<String> found = new TreeSet<>();
        visit(NamedProcessEngineRestServiceImpl.class, "/engine/engine", 0, found);
        return List.copyOf(found);
    }

    private static void visit(Class<?> resource, String base, int depth, Set<String> found) {
        family(resource)
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .forEach(method -> {
                    Path path = method.getAnnotation(Path.class);
                    String route = (base + (path == null ? "" : "/" + path.value()))
                            .replaceAll("/+", "/")
                            .replaceFirst("/$", "");
                    verb(method).ifPresentOrElse(verb -> found.add(verb + " " + route), () -> {
                        if (path != null && !method.isSynthetic() && depth < 6) {
                            visit(method.getReturnType(), route, depth + 1, found);
                        }
                    });
                });
    }

    private static Optional<String> verb(AnnotatedElement method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .flatMap(type -> Stream.ofNullable(type.getAnnotation(HttpMethod.class)))
                .map(HttpMethod::value)
                .findFirst();
    }

    private static Stream<Class<?>> family(Class<?> type) {
        return type == null || type == Object.class
                ? Stream.empty()
                : Stream.concat(
                        Stream.concat(Stream.of(type), family(type.getSuperclass())),
                        Arrays.stream(type.getInterfaces()).flatMap(OnlyWhatThePagesCallTest::family));
    }
}
