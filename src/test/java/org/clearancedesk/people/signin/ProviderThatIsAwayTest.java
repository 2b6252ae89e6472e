package org.clearancedesk.people.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ProviderThatIsAwayTest {

    private static final String PLEASE = "check clearance-desk.sign-in.issuer";

    @Test
    void isToldInOneLineThatNamesTheSetting(CapturedOutput log) {
        new ProviderStartCheck("http://127.0.0.1:1/realms/studio").ask();

        await().atMost(Duration.ofSeconds(30)).until(() -> log.getOut().contains(PLEASE));
        assertThat(log.getOut())
                .contains("The login provider http://127.0.0.1:1/realms/studio does not answer (ConnectException)")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 503})
    void whatItAnswersInsteadIsTold(int status, CapturedOutput log) throws IOException {
        HttpServer provider = answering(status);
        try {
            new ProviderStartCheck("http://127.0.0.1:" + provider.getAddress().getPort() + "/realms/studio/").ask();

            await().atMost(Duration.ofSeconds(30)).until(() -> log.getOut().contains(PLEASE));
            assertThat(log.getOut()).contains("it answers " + status);
        } finally {
            provider.stop(0);
        }
    }

    private static HttpServer answering(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
