package org.clearancedesk.people.signin;

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
        ProviderClients.limitTheOthers();
    }

    @Bean
    ClientRegistrationRepository registrations(OAuth2ClientProperties properties, Clock clock) {
        return new ProviderRegistration(properties, clock);
    }

    /** The keys behind the tokens of programs are asked for as everything else is. */
    @Bean
    JwkSetUriJwtDecoderBuilderCustomizer keysOfThePrograms() {
        return keys -> keys.restOperations(ProviderClients.template());
    }

    /** Tokens end with the session that they belong to. */
    @Bean
    OAuth2AuthorizedClientRepository authorizedClients() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    ProviderEndedSessions endedSessions(SharedSessions sessions, SubjectRepository subjects) {
        return new ProviderEndedSessions(sessions, subjects);
    }

    @Bean
    ProviderLogoutHandler providerSignOut(
            ClientRegistrationRepository registrations, @Value("${clearance-desk.base-url}") String baseUrl) {
        return new ProviderLogoutHandler(registrations, baseUrl);
    }

    @Bean
    DeskOidcUserService providerSays(UserProvisioning userProvisioning, ProviderClaims providerClaims, Clock clock) {
        return new DeskOidcUserService(userProvisioning, providerClaims, clock);
    }

    @Bean
    DeskJwtConverter bearerCalls(UserProvisioning userProvisioning, ProviderClaims providerClaims) {
        return new DeskJwtConverter(userProvisioning, providerClaims);
    }

    @Bean
    TokenRefresh askAgain(OAuth2AuthorizedClientRepository clients, DeskOidcUserService provider, Clock clock) {
        RestClientRefreshTokenTokenResponseClient renewal = new RestClientRefreshTokenTokenResponseClient();
        renewal.setRestClient(ProviderClients.forTokens());
        return new TokenRefresh(clients, renewal, provider, new HttpSessionSecurityContextRepository(), clock);
    }
}
