package org.clearancedesk.people.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.clearancedesk.ClearanceDesk;
import org.clearancedesk.Postgres;
import org.clearancedesk.proxy.Node;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A studio with its identity provider, its PostgreSQL and its desk in production, all on this machine. */
final class Studio implements AutoCloseable {

    private final Postgres database;
    private final Keycloak keycloak;
    private final ConfigurableApplicationContext desk;
    private final Map<String, String> settings;

    private Studio(
            Postgres database, Keycloak keycloak, ConfigurableApplicationContext desk, Map<String, String> settings) {
        this.database = database;
        this.keycloak = keycloak;
        this.desk = desk;
        this.settings = settings;
    }

    static Studio open() throws Exception {
        int port = FreePort.get();
        String address = "http://localhost:" + port;
        Postgres database = Postgres.start();
        Keycloak keycloak = Keycloak.start(FreePort.get(), address);
        Map<String, String> settings = ProductionDesk.settings(database);
        settings.putAll(Map.ofEntries(
                Map.entry("server.port", String.valueOf(port)),
                Map.entry("camunda.bpm.process-engine-name", "default"),
                Map.entry("clearance-desk.base-url", address),
                Map.entry("clearance-desk.sign-in.issuer", keycloak.issuer()),
                Map.entry("clearance-desk.sign-in.client-secret", "a secret of the tests"),
                Map.entry("clearance-desk.sign-in.groups.requesters", "desk-requesters"),
                Map.entry("clearance-desk.sign-in.groups.netflix-contacts", "desk-contacts"),
                Map.entry("clearance-desk.sign-in.groups.legal", "desk-legal"),
                Map.entry("clearance-desk.sign-in.groups.talent-relations", "desk-talent"),
                Map.entry("clearance-desk.sign-in.groups.approvers", "desk-approvers"),
                Map.entry("clearance-desk.sign-in.groups.admins", "desk-admins")));
        ConfigurableApplicationContext desk =
                new SpringApplicationBuilder(ClearanceDesk.class, Later.class).run(ProductionDesk.arguments(settings));
        assertThat(desk.isActive()).isTrue();
        return new Studio(database, keycloak, desk, settings);
    }

    String address() {
        return settings.getOrDefault("clearance-desk.base-url", "");
    }

    /** One more desk, in a program of its own, that shares everything with the first. */
    Node anotherNode() throws Exception {
        Map<String, String> same = new TreeMap<>(settings);
        same.remove("server.port");
        Path folder = Path.of("target", "keycloak", "another-node").toAbsolutePath();
        Files.createDirectories(folder);
        return Node.start(folder, same);
    }

    Keycloak keycloak() {
        return keycloak;
    }

    <T> T part(Class<T> type) {
        return desk.getBean(type);
    }

    /** Lets the desk's clock go on. */
    void wait(Duration time) {
        part(Later.class).ahead = part(Later.class).ahead.plus(time);
    }

    @Override
    public void close() throws Exception {
        desk.close();
        keycloak.close();
        database.close();
    }

    /** No configuration that other tests would find by looking around. */
    static class Later {

        private volatile Duration ahead = Duration.ZERO;

        @Bean
        @Primary
        Clock movableClock() {
            return new Clock() {
                @Override
                public Instant instant() {
                    return Clock.systemUTC().instant().plus(ahead);
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return Clock.offset(Clock.system(zone), ahead);
                }
            };
        }
    }
}
