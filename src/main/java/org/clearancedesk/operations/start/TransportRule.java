package org.clearancedesk.operations.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * No cookie travels without TLS. Plain HTTP is for trying things out, where both the address that people use and the one
 * that the desk listens on end at this machine; a desk like that cannot be reached from anywhere else.
 */
@Component
class TransportRule implements StartRule {

    private static final List<String> CERTIFICATES =
            List.of("server.ssl.bundle", "server.ssl.key-store", "server.ssl.certificate");

    @Override
    public List<String> broken(Environment settings) {
        List<String> broken = new ArrayList<>();
        String address = settings.getProperty("clearance-desk.base-url", "");
        boolean onThisMachine = address.startsWith("http://")
                && LoopbackAddresses.isHostOf(address)
                && LoopbackAddresses.is(settings.getProperty("server.address", ""));
        if (!address.startsWith("https://") && !onThisMachine) {
            broken.add(
                    "Cookies would travel without TLS: set clearance-desk.base-url to the https:// address under which"
                            + " people reach the desk.");
        } else if (!onThisMachine && !hasCertificate(settings) && !isBehindAProxy(settings)) {
            broken.add("Nothing ends TLS for the desk: set server.ssl.bundle, or put a proxy in front of it and set"
                    + " server.forward-headers-strategy=native.");
        }
        if (!settings.getProperty("server.servlet.session.cookie.secure", Boolean.class, false)) {
            broken.add("The session's cookie would travel without TLS: leave"
                    + " server.servlet.session.cookie.secure at true.");
        }
        return broken;
    }

    private static boolean hasCertificate(Environment settings) {
        return settings.getProperty("server.ssl.enabled", Boolean.class, true)
                && CERTIFICATES.stream()
                        .anyMatch(name -> !settings.getProperty(name, "").isBlank());
    }

    private static boolean isBehindAProxy(Environment settings) {
        // Spring's own way ("framework") believes the headers of anybody.
        return "native"
                .equals(settings.getProperty("server.forward-headers-strategy", "")
                        .toLowerCase(Locale.ROOT));
    }
}
