package org.clearancedesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.context.LifecycleProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.unit.DataSize;
import org.yaml.snakeyaml.Yaml;

/** What lies in {@code docker/} fits together and gives nothing away. */
class ContainersTest {

    private static final Path DOCKER = Path.of("docker");
    private static final Pattern ASKED_FOR = Pattern.compile("\\$\\{(\\w+):\\?");
    private static final Pattern SECRET = Pattern.compile("(?i).*(PASSWORD|SECRET)");

    @Test
    void noSecretHasAValueBeforeSomebodyMakesOne() throws IOException {
        Map<String, String> example = Files.readAllLines(DOCKER.resolve(".env.example")).stream()
                .filter(line -> line.matches("\\w+=.*"))
                .collect(Collectors.toMap(line -> line.replaceAll("=.*", ""), line -> line.replaceAll("^\\w+=", "")));
        Set<String> asked = found(ASKED_FOR, read("compose.yaml"));

        assertThat(asked).isNotEmpty().allMatch(name -> example.get(name).isEmpty());
        assertThat(example.keySet())
                .filteredOn(name -> SECRET.matcher(name).matches())
                .containsExactlyInAnyOrderElementsOf(asked);
        services().values().forEach(service -> environment(service).forEach((name, value) -> {
            if (SECRET.matcher(name).matches()) {
                assertThat(value).as(name).matches(ASKED_FOR.pattern() + ".*");
            }
        }));
        assertThat(Files.readString(Path.of(".gitignore"))).contains("/docker/.env\n", "/docker/secrets/\n");
    }

    @Test
    void everySecretFileIsMadeByPrepare() throws IOException {
        String prepare = read("prepare");

        assertThat(part("secrets").keySet()).isNotEmpty().allMatch(prepare::contains);
    }

    @Test
    void peopleOfTheReadyRealmChooseTheirPasswordAndHaveThePlacesThatTheDeskKnows() throws IOException {
        JsonNode realm = new ObjectMapper().readTree(read("keycloak/studio-realm.json"));
        Set<String> places = environment(services().get("desk")).entrySet().stream()
                .filter(set -> set.getKey().contains("SIGNIN_GROUPS_"))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());

        assertThat(places).hasSize(6);
        realm.get("users").forEach(user -> {
            assertThat(user.get("requiredActions").toString()).isEqualTo("[\"UPDATE_PASSWORD\"]");
            user.get("credentials")
                    .forEach(password ->
                            assertThat(password.get("value").asText()).isEqualTo("${DESK_FIRST_PASSWORD}"));
            user.get("groups").forEach(group -> assertThat(group.asText().substring(1))
                    .matches(name -> places.contains(name) || name.startsWith("production-")));
        });
        assertThat(realm.findValuesAsText("secret")).containsExactly("${DESK_CLIENT_SECRET}");
        assertThat(realm.findValuesAsText("directAccessGrantsEnabled")).containsOnly("false");
    }

    @Test
    void theProxyLetsThroughWhatTheDeskReads() throws IOException {
        Map<String, Object> desk = new Yaml().load(Files.readString(Path.of("src/main/resources/application.yaml")));
        String swallowed = ((Map<?, ?>) ((Map<?, ?>) desk.get("server")).get("tomcat"))
                .get("max-swallow-size")
                .toString();

        assertThat(found(Pattern.compile("client_max_body_size (\\d+)m;"), read("nginx.conf")))
                .containsExactly(String.valueOf(DataSize.parse(swallowed).toMegabytes()));
    }

    @Test
    void theScannerThatTheDeskAsksStandsBesideItAndHasTheMemoryForItsSignatures() throws IOException {
        Map<String, Object> set = Map.copyOf(environment(services().get("desk")));
        String scanner = new Binder(ConfigurationPropertySources.from(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, set)))
                .bind("clearance-desk.evidence.clamd.host", String.class)
                .orElse("");

        assertThat(services()).containsKey(scanner);
        assertThat(services().get(scanner)).containsKey("healthcheck").doesNotContainKey("ports");
        assertThat(DataSize.parse(
                        services().get(scanner).get("mem_limit").toString().toUpperCase(Locale.ROOT) + "B"))
                .isGreaterThanOrEqualTo(DataSize.ofGigabytes(4));
    }

    @Test
    void aDeskIsGivenTheTimeThatItTakesToStop() throws IOException {
        Map<String, Map<String, Map<String, String>>> production =
                new Yaml().load(Files.readString(Path.of("src/main/resources/application-production.yaml")));
        Duration lastCalls = DurationStyle.detectAndParse(
                production.get("clearance-desk").get("operations").get("last-calls"));
        Duration granted = DurationStyle.detectAndParse(
                services().get("desk").get("stop_grace_period").toString());
        String leftAlone =
                String.join("", found(Pattern.compile("max_fails=1 fail_timeout=(\\d+s)"), read("nginx.conf")));

        assertThat(granted).isGreaterThan(lastCalls.plus(new LifecycleProperties().getTimeoutPerShutdownPhase()));
        // It counts in whole seconds.
        assertThat(lastCalls)
                .isGreaterThan(DurationStyle.detectAndParse(leftAlone).plusSeconds(1));
    }

    @Test
    void theDeskOwnsItsOwnDatabaseAndNothingElse() throws IOException {
        Map<String, String> desk = environment(services().get("desk"));
        Map<String, String> keycloak = environment(services().get("keycloak"));
        Map<String, String> server = environment(services().get("database"));
        String roles = read("database.sql");

        // Whoever is named here is the server's administrator.
        assertThat(server).doesNotContainKey("POSTGRES_USER");
        assertThat(Set.of(
                        server.get("POSTGRES_PASSWORD"),
                        desk.get("SPRING_DATASOURCE_PASSWORD"),
                        keycloak.get("KC_DB_PASSWORD")))
                .hasSize(3);
        for (Map<String, String> user : List.of(
                Map.of("name", desk.get("SPRING_DATASOURCE_USERNAME"), "url", desk.get("SPRING_DATASOURCE_URL")),
                Map.of("name", keycloak.get("KC_DB_USERNAME"), "url", keycloak.get("KC_DB_URL")))) {
            assertThat(roles)
                    .contains(
                            "CREATE ROLE %s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE ".formatted(user.get("name")),
                            "CREATE DATABASE %1$s OWNER %1$s;".formatted(user.get("name")));
            assertThat(user.get("url")).endsWith("/" + user.get("name"));
        }
        assertThat(roles).contains("REVOKE ALL ON DATABASE desk, keycloak, postgres FROM PUBLIC;");
    }

    @Test
    void onlyTheProxysOwnNetworkIsBelievedToNameCallers() throws IOException {
        String believed = environment(services().get("desk")).get("SERVER_TOMCAT_REMOTEIP_INTERNALPROXIES");
        String subnet = String.valueOf(((Map<?, ?>) new Yaml()
                        .<Map<String, Object>>load(read("compose.yaml"))
                        .get("networks"))
                .get("default"));

        assertThat(subnet).contains("subnet=172.31.77.0/24");
        assertThat("172.31.77.9").matches(believed);
        assertThat(List.of("172.31.78.9", "10.1.2.3", "192.168.1.1", "127.0.0.1"))
                .noneMatch(place -> place.matches(believed));
        assertThat(read("nginx.conf"))
                .contains("proxy_set_header X-Forwarded-For $remote_addr;", "proxy_set_header Host $http_host;")
                .contains("proxy_set_header X-Forwarded-Host $host;")
                .doesNotContain("proxy_add_x_forwarded_for");
    }

    @Test
    void whatOnlyTheDemoNeedsIsLeftOutOfTheImage() throws IOException {
        String check = Files.readString(Path.of(".ci", "image"));

        assertThat(read("Dockerfile"))
                .contains("rm h2-*.jar swagger-ui-*.jar springdoc-openapi-starter-webmvc-ui-*.jar");
        for (String library : List.of("h2-*.jar", "swagger-ui*.jar", "spring-boot-jarmode-*.jar")) {
            assertThat(check).contains("-name '" + library + "'");
        }
    }

    @Test
    void nothingRunsWithMoreRightsThanItNeeds() throws IOException {
        assertThat(read("Dockerfile")).contains("\nUSER 10001:10001\n");
        services()
                .forEach((name, service) ->
                        assertThat(service.get("security_opt")).as(name).isEqualTo(List.of("no-new-privileges:true")));
        for (String ours : List.of("desk", "proxy")) {
            assertThat(services().get(ours)).containsEntry("read_only", true).containsEntry("cap_drop", List.of("ALL"));
        }
        assertThat(services().values())
                .filteredOn(service -> service.containsKey("ports"))
                .allMatch(service -> service.get("ports").toString().startsWith("[127.0.0.1:"));
    }

    private static Map<String, Map<String, Object>> services() throws IOException {
        return part("services");
    }

    private static Map<String, Map<String, Object>> part(String name) throws IOException {
        Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(read("compose.yaml"));
        return compose.get(name);
    }

    private static Map<String, String> environment(Map<String, Object> service) {
        return ((Map<?, ?>) service.getOrDefault("environment", Map.of()))
                .entrySet().stream()
                        .collect(Collectors.toMap(set -> set.getKey().toString(), set -> set.getValue()
                                .toString()));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(String file) throws IOException {
        return Files.readString(DOCKER.resolve(file));
    }
}
