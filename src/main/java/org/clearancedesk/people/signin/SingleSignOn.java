package org.clearancedesk.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.clearancedesk.operations.lock.ClusterLocks;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.stereotype.Component;

/** Production's way: OpenID Connect for people, the provider's tokens for programs; the desk knows no passwords. */
@Component
@Profile("production")
class SingleSignOn implements SignInMethod {

    static final String REGISTRATION = "studio";
    private static final String BEGIN = "/oauth2/authorization";

    private final ClientRegistrationRepository registrations;
    private final ProviderLogoutHandler signOut;
    private final ProviderEndedSessions ended;
    private final SharedSessions sessions;
    private final ClusterLocks clusterLocks;
    private final DeskOidcUserService provider;
    private final TokenRefresh tokenRefresh;
    private final SignInProperties properties;
    private final Clock clock;
    private final DeskJwtConverter bearers;

    SingleSignOn(
            ClientRegistrationRepository registrations,
            ProviderLogoutHandler signOut,
            ProviderEndedSessions ended,
            SharedSessions sessions,
            ClusterLocks clusterLocks,
            DeskOidcUserService provider,
            DeskJwtConverter bearers,
            TokenRefresh tokenRefresh,
            SignInProperties properties,
            Clock clock) {
        this.registrations = registrations;
        this.signOut = signOut;
        this.ended = ended;
        this.sessions = sessions;
        this.clusterLocks = clusterLocks;
        this.provider = provider;
        this.bearers = bearers;
        this.tokenRefresh = tokenRefresh;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void open(HttpSecurity http) throws Exception {
        DefaultOAuth2AuthorizationRequestResolver requests =
                new DefaultOAuth2AuthorizationRequestResolver(registrations, BEGIN);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(ProviderClients.forTokens());
        http.oauth2Login(login -> login.loginPage("/login")
                        .defaultSuccessUrl("/", false)
                        .authorizationEndpoint(begin -> begin.authorizationRequestResolver(requests))
                        .tokenEndpoint(token -> token.accessTokenResponseClient(tokens))
                        .userInfoEndpoint(person -> person.oidcUserService(provider))
                        .failureHandler(new LoginFailureHandler(signOut, REGISTRATION)))
                .oidcLogout(logout -> logout.backChannel(told -> told.logoutHandler(ended)))
                .oauth2ResourceServer(calls -> calls.bearerTokenResolver(outsideTheWebapp())
                        .authenticationEntryPoint(new BearerFailureHandler())
                        .accessDeniedHandler(new AccessDeniedHandlerImpl())
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(bearers)))
                .logout(logout -> logout.logoutSuccessHandler(signOut))
                // As a bean it would be a filter outside of this chain too.
                .addFilterBefore(
                        new SessionRecheckFilter(
                                sessions, clusterLocks, tokenRefresh, properties.recheckAfter(), clock),
                        AnonymousAuthenticationFilter.class);
    }

    @Override
    public Optional<String> signInAddress() {
        try {
            registrations.findByRegistrationId(REGISTRATION);
        } catch (RuntimeException nobodyAnswers) {
            throw new SignInRefused("The studio's sign-in does not answer. Please try again in a few minutes.");
        }
        return Optional.of(BEGIN + "/" + REGISTRATION);
    }

    @Override
    public Optional<String> farewell(HttpServletRequest request) {
        return ProviderLogoutHandler.farewell(request);
    }

    /** Tasklist and Cockpit are for people. */
    private static BearerTokenResolver outsideTheWebapp() {
        DefaultBearerTokenResolver header = new DefaultBearerTokenResolver();
        return request -> {
            String path =
                    request.getRequestURI().substring(request.getContextPath().length());
            return path.startsWith("/api/") || path.startsWith("/actuator/") ? header.resolve(request) : null;
        };
    }
}
