package org.clearancedesk.people.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/**
 * What the provider says of itself, asked when the first person comes: the desk starts while the provider is away. Nobody
 * waits while somebody else asks, and a provider that was silent is left alone for a moment.
 */
class ProviderRegistration implements ClientRegistrationRepository {

    private static final Duration LEFT_ALONE = Duration.ofSeconds(10);
    private static final ParameterizedTypeReference<Map<String, Object>> DOCUMENT =
            new ParameterizedTypeReference<>() {};

    private final OAuth2ClientProperties properties;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable ClientRegistration known;
    private volatile Instant silentUntil = Instant.EPOCH;

    ProviderRegistration(OAuth2ClientProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!properties.getRegistration().containsKey(id)) {
            return null;
        }
        @Nullable ClientRegistration before = known;
        return before == null ? asked(id) : before;
    }

    private ClientRegistration asked(String id) {
        requireNotSilent();
        if (!isMyTurn()) {
            throw new IllegalStateException("The provider is being asked.");
        }
        try {
            @Nullable ClientRegistration meanwhile = known;
            if (meanwhile != null) {
                return meanwhile;
            }
            requireNotSilent();
            ClientRegistration answer = ask(id);
            known = answer;
            return answer;
        } catch (RuntimeException silent) {
            silentUntil = clock.instant().plus(LEFT_ALONE);
            throw silent;
        } finally {
            asking.unlock();
        }
    }

    private void requireNotSilent() {
        if (clock.instant().isBefore(silentUntil)) {
            throw new IllegalStateException("The provider was silent a moment ago.");
        }
    }

    private boolean isMyTurn() {
        try {
            return asking.tryLock(1, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ClientRegistration ask(String id) {
        OAuth2ClientProperties.Registration desk =
                Objects.requireNonNull(properties.getRegistration().get(id));
        String name = desk.getProvider() == null ? id : desk.getProvider();
        OAuth2ClientProperties.Provider provider =
                Objects.requireNonNull(properties.getProvider().get(name));
        String issuer = provider.getIssuerUri();
        Map<String, Object> says = Objects.requireNonNull(ProviderClients.template()
                .exchange(
                        issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration",
                        HttpMethod.GET,
                        null,
                        DOCUMENT)
                .getBody());
        if (!issuer.equals(says.get("issuer"))) {
            throw new IllegalStateException(
                    "The provider calls itself %s, and clearance-desk.sign-in.issuer calls it %s."
                            .formatted(says.get("issuer"), issuer));
        }
        ClientRegistration.Builder registration =
                ClientRegistrations.fromOidcConfiguration(says).registrationId(id);
        PropertyMapper set = PropertyMapper.get().alwaysApplyingWhenNonNull();
        set.from(desk::getClientId).to(registration::clientId);
        set.from(desk::getClientSecret).to(registration::clientSecret);
        set.from(desk::getClientAuthenticationMethod)
                .as(ClientAuthenticationMethod::new)
                .to(registration::clientAuthenticationMethod);
        set.from(desk::getAuthorizationGrantType)
                .as(AuthorizationGrantType::new)
                .to(registration::authorizationGrantType);
        set.from(desk::getRedirectUri).to(registration::redirectUri);
        set.from(desk::getScope).to(registration::scope);
        set.from(desk::getClientName).to(registration::clientName);
        set.from(provider::getUserNameAttribute).to(registration::userNameAttributeName);
        return registration.build();
    }
}
