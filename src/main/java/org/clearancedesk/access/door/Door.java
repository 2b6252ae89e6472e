package org.clearancedesk.access.door;

import java.time.Clock;
import org.clearancedesk.access.FrontDoor;
import org.clearancedesk.access.RefusedAttempts;
import org.clearancedesk.access.SharedSessions;
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
@EnableConfigurationProperties(Limits.class)
class Door implements FrontDoor {

    private final Limits limits;
    private final AtOnce atOnce;
    private final Clock clock;
    private final RefusedAttempts attempts;
    private final SharedSessions shared;
    private final String baseUrl;
    private final String provider;
    private final boolean secure;

    Door(
            Limits limits,
            AtOnce atOnce,
            Clock clock,
            RefusedAttempts attempts,
            SharedSessions shared,
            @Value("${clearance-desk.base-url}") String baseUrl,
            @Value("${spring.security.oauth2.client.provider.studio.issuer-uri:}") String provider,
            @Value("${server.servlet.session.cookie.secure}") boolean secure) {
        this.limits = limits;
        this.atOnce = atOnce;
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
        SignedInSessions sessions = new SignedInSessions(shared, limits.session(), clock);
        http.headers(new Headers(provider.isEmpty() ? "" : OwnPagesOnly.originOf(provider), secure))
                .addFilterBefore(sessions, SecurityContextHolderFilter.class)
                .logout(logout -> logout.addLogoutHandler(sessions))
                .addFilterAfter(new HeldUp(), HeaderWriterFilter.class)
                .addFilterAfter(CallLimits.ofPublicPages(limits, clock, attempts), HeldUp.class)
                .addFilterAfter(new UnknownLetters(limits, clock, attempts), CallLimits.class)
                .addFilterAfter(new OwnPagesOnly(baseUrl, attempts), CallLimits.class)
                .addFilterAfter(new BodyLimit(limits), OwnPagesOnly.class)
                .csrf(csrf -> csrf.csrfTokenRepository(TokenOfSession.repository())
                        .csrfTokenRequestHandler(new TokenOfSession(secure))
                        // The webapp has a protection of its own; two would shut it.
                        .ignoringRequestMatchers(
                                PathPatternRequestMatcher.withDefaults().matcher("/camunda/**"))
                        // Whoever checks a letter has no session there and changes nothing.
                        .ignoringRequestMatchers(
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/verify/*"))
                        // A program that sends its password with every call has no session that could be ridden.
                        .ignoringRequestMatchers(request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null))
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(new TurnedAway(attempts)))
                .addFilterAfter(CallLimits.ofPeople(limits, clock, attempts), AuthorizationFilter.class)
                .addFilterAfter(new CallsAtOnce(atOnce, attempts), AuthorizationFilter.class)
                .addFilterAfter(new SamePersonOnly(), AuthorizationFilter.class);
    }
}
