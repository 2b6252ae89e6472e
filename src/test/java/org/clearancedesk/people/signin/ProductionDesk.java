package org.clearancedesk.people.signin;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.clearancedesk.Postgres;
import org.clearancedesk.signature.StudioKeys;

/** What an operator sets for a desk on this machine, each setting right. */
final class ProductionDesk {

    private static final Path KEY =
            StudioKeys.write(Path.of("target", "studio-signing-key.p12"), "Studio Clearance", Instant.now());

    private ProductionDesk() {}

    static Map<String, String> settings(Postgres database) {
        return new TreeMap<>(Map.ofEntries(
                Map.entry("spring.profiles.active", "production"),
                Map.entry("spring.datasource.url", database.url()),
                Map.entry("server.port", "0"),
                // Tests ask the engine named default, of another desk in the same program.
                Map.entry("camunda.bpm.process-engine-name", "production"),
                Map.entry("server.address", "127.0.0.1"),
                Map.entry("clearance-desk.base-url", "https://clearance.studio.example"),
                Map.entry("clearance-desk.mail.directory", "target/production-mail"),
                Map.entry("clearance-desk.sign-in.issuer", "https://login.studio.example/realms/studio"),
                Map.entry("clearance-desk.sign-in.client-id", "clearance-desk"),
                Map.entry("clearance-desk.sign-in.client-secret", "a-secret-of-the-tests"),
                Map.entry("clearance-desk.signature.key-store", KEY.toString()),
                Map.entry("clearance-desk.signature.key-store-password", StudioKeys.PASSWORD),
                Map.entry("clearance-desk.sign-in.groups.admins", "/desk-admins")));
    }

    static String[] arguments(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
                .toArray(String[]::new);
    }
}
