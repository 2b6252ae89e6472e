package org.clearancedesk.access;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.autoconfigure.security.oauth2.resource.servlet.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** What single sign-on is made of. */
@Configuration(proxyBeanMethods = false)
@Profile("production")
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class SingleSignOnConfiguration {

    static {
        // Before anybody calls anything.
        ProviderCalls.limitTheOthers();
    }

    @Bean
    ClientRegistrationRepository registrations(OAuth2ClientProperties properties, Clock clock) {
        return new StudioRegistration(properties, clock);
    }

    /** The keys behind the tokens of programs are asked for as everything else is. */
    @Bean
    JwkSetUriJwtDecoderBuilderCustomizer keysOfThePrograms() {
        return keys -> keys.restOperations(ProviderCalls.template());
    }

    /** Tokens end with the session that they belong to. */
    @Bean
    OAuth2AuthorizedClientRepository authorizedClients() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    EndedSessions endedSessions(SharedSessions sessions, Subjects subjects) {
        return new EndedSessions(sessions, subjects);
    }

    @Bean
    ProviderSignOut providerSignOut(
            ClientRegistrationRepository registrations, @Value("${clearance-desk.base-url}") String baseUrl) {
        return new ProviderSignOut(registrations, baseUrl);
    }

    @Bean
    ProviderSays providerSays(Arrivals arrivals, Claims claims, Clock clock) {
        return new ProviderSays(arrivals, claims, clock);
    }

    @Bean
    BearerCalls bearerCalls(Arrivals arrivals, Claims claims) {
        return new BearerCalls(arrivals, claims);
    }

    @Bean
    AskAgain askAgain(OAuth2AuthorizedClientRepository clients, ProviderSays provider, Clock clock) {
        RestClientRefreshTokenTokenResponseClient renewal = new RestClientRefreshTokenTokenResponseClient();
        renewal.setRestClient(ProviderCalls.forTokens());
        return new AskAgain(clients, renewal, provider, new HttpSessionSecurityContextRepository(), clock);
    }
}
