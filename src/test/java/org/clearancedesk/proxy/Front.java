package org.clearancedesk.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.clearancedesk.Postgres;
import org.clearancedesk.web.Visitor;
import org.springframework.test.util.TestSocketUtils;

/** Desks on one PostgreSQL behind one proxy. They know their people by password, and stand there as in production else. */
final class Front implements AutoCloseable {

    private final Postgres database;
    private final List<Node> nodes = new ArrayList<>();
    private final int port = TestSocketUtils.findAvailableTcpPort();
    private final Path secrets;
    private final Nginx nginx;

    private Front(String name, int nodes) throws Exception {
        Path folder = Path.of("target", name).toAbsolutePath();
        Files.createDirectories(folder);
        secrets = prepared(folder);
        database = Postgres.start();
        try {
            for (int node = 0; node < nodes; node++) {
                this.nodes.add(Node.start(folder, settings(folder)));
            }
            nginx = Nginx.start(folder, port, secrets, this.nodes);
        } catch (Exception | Error failure) {
            closeAll();
            throw failure;
        }
    }

    static Front with(String name, int nodes) {
        try {
            return new Front(name, nodes);
        } catch (Exception e) {
            throw new IllegalStateException("The desks do not open.", e);
        }
    }

    private static Path prepared(Path folder) throws Exception {
        Process prepare = new ProcessBuilder("docker/prepare", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prepare.log").toFile())
                .start();
        assertThat(prepare.waitFor()).as("see %s/prepare.log", folder).isZero();
        return folder.resolve("secrets");
    }

    private Map<String, String> settings(Path folder) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "spring.profiles.active", "demo",
                "clearance-desk.demo-cases", "false",
                "spring.datasource.url", database.url(),
                "clearance-desk.mail.directory", folder.resolve("mail").toString(),
                "clearance-desk.base-url", address()));
        settings.putAll(Map.of(
                "clearance-desk.operations.last-calls", "8s",
                "clearance-desk.limits.requests-per-minute", "0",
                "server.forward-headers-strategy", "native",
                "server.servlet.session.cookie.secure", "true",
                "server.servlet.session.cookie.name", "__Host-DESK-SESSION"));
        return settings;
    }

    String address() {
        return "https://localhost:" + port;
    }

    Node node(int which) {
        return nodes.get(which);
    }

    long count(String query) {
        return database.count(query);
    }

    Nginx nginx() {
        return nginx;
    }

    Visitor nobody() {
        return at(address());
    }

    /** Somebody who calls the proxy by another name. */
    Visitor at(String address) {
        return new Visitor(address, trust());
    }

    /** A program with the password of a demo user, which is the user name. */
    Visitor as(String user) {
        return nobody().withPassword(user, user);
    }

    /** A person with a session, whose pages send its token along. */
    Visitor signedIn(String user) {
        Visitor person = nobody();
        person.signsIn(user, user).expect(302);
        person.get("/").expect(302);
        return person.with("X-DESK-CSRF", person.cookie("DESK-CSRF"));
    }

    private SSLContext trust() {
        try (InputStream file = Files.newInputStream(secrets.resolve("trust.p12"))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(file, null);
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws Exception {
        nginx.close();
        closeAll();
    }

    private void closeAll() throws Exception {
        for (Node node : nodes) {
            node.close();
        }
        database.close();
    }
}
