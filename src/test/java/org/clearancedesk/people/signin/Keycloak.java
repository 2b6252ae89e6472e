package org.clearancedesk.people.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/** The studio's identity provider: a real Keycloak with the realm of {@code keycloak/studio-realm.json}. */
final class Keycloak implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration A_COLD_START = Duration.ofMinutes(4);
    private static final String ADMINISTRATOR = "keeper";

    private final HttpClient http = HttpClient.newHttpClient();
    private final RSAKey key;
    private final String address;
    private final Process server;

    private Keycloak(RSAKey key, String address, Process server) {
        this.key = key;
        this.address = address;
        this.server = server;
    }

    static Keycloak start(int port, String desk) throws Exception {
        Path home = Path.of(System.getProperty("keycloak.home"));
        assertThat(home).as("Run the build with -Pkeycloak").isDirectory();
        FileSystemUtils.deleteRecursively(home.resolve("data"));
        RSAKey key = new RSAKeyGenerator(2048).generate();
        Path realm = home.resolve("data/import/studio-realm.json");
        Files.createDirectories(realm.getParent());
        Files.writeString(
                realm,
                Files.readString(Path.of("src/test/resources/keycloak/studio-realm.json"))
                        .replace("@desk@", desk)
                        .replace(
                                "@key@",
                                Base64.getEncoder()
                                        .encodeToString(key.toPrivateKey().getEncoded())));
        ProcessBuilder start = new ProcessBuilder(
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--http-host",
                        "127.0.0.1",
                        "--http-port",
                        String.valueOf(port),
                        "--http-management-port",
                        String.valueOf(FreePort.get()),
                        "--import-realm")
                .redirectErrorStream(true)
                .redirectOutput(home.resolveSibling("keycloak.log").toFile());
        start.environment()
                .putAll(Map.of(
                        "JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx512m",
                        "KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMINISTRATOR));
        Keycloak keycloak = new Keycloak(key, "http://localhost:" + port, start.start());
        try {
            await().atMost(A_COLD_START).pollInterval(Duration.ofMillis(200)).until(keycloak::isThere);
        } catch (RuntimeException | Error failure) {
            keycloak.close();
            throw failure;
        }
        return keycloak;
    }

    private boolean isThere() throws Exception {
        assertThat(server.isAlive())
                .as("Keycloak ended; see target/keycloak/keycloak.log")
                .isTrue();
        try {
            return get(issuer() + "/.well-known/openid-configuration").statusCode() == 200;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    String issuer() {
        return address + "/realms/studio";
    }

    /** The key that the realm signs with. */
    RSAKey key() {
        return key;
    }

    /** The token of a person for one of the realm's clients. */
    String tokenOf(String person, String client, String secret) {
        return token(Map.of(
                        "grant_type",
                        "password",
                        "scope",
                        "openid profile email",
                        "client_id",
                        client,
                        "client_secret",
                        secret,
                        "username",
                        person,
                        "password",
                        "a password of " + person))
                .get("access_token")
                .asText();
    }

    String tokenOf(String person) {
        return tokenOf(person, "clearance-desk", "a secret of the tests");
    }

    /** What a sign-in gives beside the access token. */
    String idTokenOf(String person) {
        return token(Map.of(
                        "grant_type", "password",
                        "scope", "openid profile email",
                        "client_id", "clearance-desk",
                        "client_secret", "a secret of the tests",
                        "username", person,
                        "password", "a password of " + person))
                .get("id_token")
                .asText();
    }

    String tokenOfThePipeline() {
        return token(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "dailies-pipeline",
                        "client_secret", "another secret of the tests"))
                .get("access_token")
                .asText();
    }

    private JsonNode token(Map<String, String> form) {
        return token("studio", form);
    }

    private JsonNode token(String realm, Map<String, String> form) {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(address + "/realms/" + realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form.entrySet().stream()
                                .map(field -> field.getKey() + "="
                                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&")))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return read(answer.body());
    }

    void leaves(String person, String group) {
        administer("DELETE", "/users/%s/groups/%s".formatted(idOf(person), groupId(group)), "");
    }

    /** A production of its own is a new group. */
    private void found(String group) {
        if (administer("GET", "/groups?exact=true&search=" + group, "").isEmpty()) {
            administer("POST", "/groups", "{\"name\": \"%s\"}".formatted(group));
        }
    }

    void joins(String person, String group) {
        administer("PUT", "/users/%s/groups/%s".formatted(idOf(person), groupId(group)), "");
    }

    void disables(String person) {
        administer("PUT", "/users/" + idOf(person), "{\"enabled\": false}");
    }

    /** Ends all sessions of somebody, of which the provider tells the desk. */
    void signsOut(String person) {
        administer("POST", "/users/" + idOf(person) + "/logout", "");
    }

    void renames(String person, String name) {
        administer("PUT", "/users/" + idOf(person), "{\"username\": \"%s\"}".formatted(name));
    }

    void removes(String person) {
        administer("DELETE", "/users/" + idOf(person), "");
    }

    /** Somebody new, in these groups; with a verified address. */
    void hires(String person, String... groups) {
        List.of(groups).forEach(this::found);
        administer(
                "POST",
                "/users",
                """
                {"username": "%1$s", "enabled": true, "firstName": "New", "lastName": "Colleague",
                 "email": "%1$s.new@studio.example", "emailVerified": true,
                 "credentials": [{"type": "password", "value": "a password of %1$s"}], "groups": [%2$s]}"""
                        .formatted(
                                person,
                                List.of(groups).stream()
                                        .map("\"/%s\""::formatted)
                                        .collect(Collectors.joining(","))));
    }

    private String idOf(String person) {
        return administer("GET", "/users?exact=true&username=" + person, "")
                .get(0)
                .get("id")
                .asText();
    }

    private String groupId(String group) {
        return administer("GET", "/groups?exact=true&search=" + group, "")
                .get(0)
                .get("id")
                .asText();
    }

    private JsonNode administer(String method, String path, String body) {
        String token = token(
                        "master",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                ADMINISTRATOR,
                                "password",
                                ADMINISTRATOR))
                .get("access_token")
                .asText();
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address + "/admin/realms/studio" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(method + path + answer.body()).isBetween(200, 299);
        return answer.body().isEmpty() ? JSON.nullNode() : read(answer.body());
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        // The script has started a Java of its own.
        server.descendants().forEach(ProcessHandle::destroy);
        server.destroy();
        if (!server.waitFor(20, TimeUnit.SECONDS)) {
            server.descendants().forEach(ProcessHandle::destroyForcibly);
            server.destroyForcibly();
        }
    }
}
