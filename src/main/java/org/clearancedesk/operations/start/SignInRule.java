package org.clearancedesk.operations.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** There is a provider to sign in at, and somebody who comes from there may administer the desk. */
@Component
class SignInRule implements StartRule {

    private static final String SIGN_IN = "clearance-desk.sign-in.";

    @Override
    public List<String> broken(Environment settings) {
        List<String> broken = new ArrayList<>();
        String issuer = settings.getProperty(SIGN_IN + "issuer", "");
        if (issuer.isBlank()) {
            broken.add("The login provider is missing: set " + SIGN_IN
                    + "issuer to the address under which the studio's provider publishes its"
                    + " .well-known/openid-configuration.");
        } else if (!issuer.startsWith("https://") && !LoopbackAddresses.isHostOf(issuer)) {
            broken.add("The login provider would be spoken to without TLS: let " + SIGN_IN
                    + "issuer begin with https://.");
        }
        String client = settings.getProperty(SIGN_IN + "client-id", "");
        if (client.isBlank()) {
            broken.add(
                    "The login provider does not know the desk: register it there and set " + SIGN_IN + "client-id.");
        }
        if (settings.getProperty(SIGN_IN + "client-secret", "").isBlank()) {
            broken.add("The desk has no secret to show to the login provider: set " + SIGN_IN
                    + "client-secret from the registration there.");
        }
        String audience = settings.getProperty(SIGN_IN + "audience", "");
        if (audience.isBlank() || audience.equals(client)) {
            broken.add(
                    "Tokens made for a sign-in could be used by programs: set " + SIGN_IN
                            + "audience to what the provider writes into access tokens for the desk's API, not to the client id.");
        }
        if (admins(settings).stream().noneMatch(StringUtils::hasText)) {
            broken.add("No administrator can sign in: set " + SIGN_IN
                    + "groups.admins to the provider's group of those who look after the desk.");
        }
        return broken;
    }

    private static Set<String> admins(Environment settings) {
        return Binder.get(settings)
                .bind(SIGN_IN + "groups.admins", Bindable.setOf(String.class))
                .orElse(Set.of());
    }
}
