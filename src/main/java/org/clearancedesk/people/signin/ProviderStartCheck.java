package org.clearancedesk.people.signin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at the start that nobody can sign in. The desk starts nevertheless: letters are verified without a sign-in. */
@Component
@Profile("production")
class ProviderStartCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderStartCheck.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String issuer;

    ProviderStartCheck(@Value("${clearance-desk.sign-in.issuer}") String issuer) {
        this.issuer = issuer;
    }

    /** Nobody waits for it. */
    @EventListener(ApplicationReadyEvent.class)
    void ask() {
        Thread asking = new Thread(this::askNow, "provider-at-start");
        asking.setDaemon(true);
        asking.start();
    }

    private void askNow() {
        String what = "";
        try {
            URI place = URI.create(issuer.replaceFirst("/+$", "") + "/.well-known/openid-configuration");
            int status = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(HttpRequest.newBuilder(place).timeout(PATIENCE).build(), BodyHandlers.discarding())
                    .statusCode();
            what = status == 200 ? "" : "it answers " + status;
        } catch (IOException | IllegalArgumentException silent) {
            what = silent.getClass().getSimpleName();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (!what.isEmpty()) {
            LOG.error(
                    "The login provider {} does not answer ({}). Nobody can sign in until it does: check"
                            + " clearance-desk.sign-in.issuer.",
                    issuer,
                    what);
        }
    }
}
