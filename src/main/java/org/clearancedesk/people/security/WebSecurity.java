package org.clearancedesk.people.security;

import java.time.Clock;
import org.clearancedesk.people.RefusedAttempts;
import org.clearancedesk.people.session.SessionLifetimeFilter;
import org.clearancedesk.people.signin.SharedSessions;
import org.clearancedesk.people.signin.WebSecurityRules;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;

@Component
@EnableConfigurationProperties(RateLimitProperties.class)
class WebSecurity implements WebSecurityRules {

    private final RateLimitProperties rateLimitProperties;
    private final ConcurrencyProperties concurrencyProperties;
    private final Clock clock;
    private final RefusedAttempts attempts;
    private final SharedSessions shared;
    private final String baseUrl;
    private final String provider;
    private final boolean secure;

    WebSecurity(
            RateLimitProperties rateLimitProperties,
            ConcurrencyProperties concurrencyProperties,
            Clock clock,
            RefusedAttempts attempts,
            SharedSessions shared,
            @Value("${clearance-desk.base-url}") String baseUrl,
            @Value("${spring.security.oauth2.client.provider.studio.issuer-uri:}") String provider,
            @Value("${server.servlet.session.cookie.secure}") boolean secure) {
        this.rateLimitProperties = rateLimitProperties;
        this.concurrencyProperties = concurrencyProperties;
        this.clock = clock;
        this.attempts = attempts;
        this.shared = shared;
        this.baseUrl = baseUrl;
        this.provider = provider;
        this.secure = secure;
    }

    // The filters are no beans: as beans they would be put outside of this chain too.
    @Override
    public void open(HttpSecurity http) throws Exception {
        SessionLifetimeFilter sessions = new SessionLifetimeFilter(shared, rateLimitProperties.session(), clock);
        http.headers(new SecurityHeaders(provider.isEmpty() ? "" : FetchMetadataFilter.originOf(provider), secure))
                .addFilterBefore(sessions, SecurityContextHolderFilter.class)
                .logout(logout -> logout.addLogoutHandler(sessions))
                .addFilterAfter(new RateLimitResponseFilter(), HeaderWriterFilter.class)
                .addFilterAfter(
                        RateLimitFilter.ofPublicPages(rateLimitProperties, clock, attempts),
                        RateLimitResponseFilter.class)
                .addFilterAfter(new UnknownLetterLimiter(rateLimitProperties, clock, attempts), RateLimitFilter.class)
                .addFilterAfter(new FetchMetadataFilter(baseUrl, attempts), RateLimitFilter.class)
                .addFilterAfter(new BodySizeFilter(rateLimitProperties), FetchMetadataFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(SessionCsrfTokenRepository.repository())
                        .csrfTokenRequestHandler(new SessionCsrfTokenRepository(secure))
                        // The webapp has a protection of its own; two would shut it.
                        .ignoringRequestMatchers(
                                PathPatternRequestMatcher.withDefaults().matcher("/camunda/**"))
                        // Whoever checks a letter has no session there and changes nothing.
                        .ignoringRequestMatchers(
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/verify/*"))
                        // A program that sends its password with every call has no session that could be ridden.
                        .ignoringRequestMatchers(request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null))
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(new AuditingAccessDeniedHandler(attempts)))
                .addFilterAfter(
                        RateLimitFilter.ofPeople(rateLimitProperties, clock, attempts), AuthorizationFilter.class)
                .addFilterAfter(new CallerConcurrencyFilter(concurrencyProperties, attempts), AuthorizationFilter.class)
                .addFilterAfter(new SamePersonFilter(), AuthorizationFilter.class);
    }
}
