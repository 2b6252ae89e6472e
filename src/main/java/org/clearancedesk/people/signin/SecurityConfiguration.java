package org.clearancedesk.people.signin;

import static jakarta.servlet.http.HttpServletResponse.SC_UNAUTHORIZED;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.clearancedesk.people.DeskGroup;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** One login in front of Tasklist, Cockpit, the API and the desk's own pages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInProperties.class)
class SecurityConfiguration {

    private static final String WEBAPP = "/camunda/**";

    @Bean
    SecurityFilterChain oneLogin(HttpSecurity http, SignInMethod way, WebSecurityRules rules, WebappCsrfToken webapp)
            throws Exception {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        // No challenge goes out, so no browser opens its own password window over the desk's.
        AuthenticationEntryPoint plainRefusal = (request, response, nobody) -> response.sendError(SC_UNAUTHORIZED);
        AuthenticationEntryPoint signInPage = new LoginUrlAuthenticationEntryPoint("/login");
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/login",
                                "/desk/**",
                                "/error",
                                "/favicon.ico",
                                "/verify/**",
                                "/v/*",
                                "/.well-known/jwks.json")
                        .permitAll()
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAuthority(DeskGroup.ADMINS.id())
                        // Ways past the one login, and to try somebody's password out.
                        .requestMatchers(
                                "/camunda/api/admin/auth/user/*/login/**",
                                "/camunda/api/engine/engine/*/identity/verify/**")
                        .denyAll()
                        // A Netflix contact sees the cases that name their address, so nobody gives themselves another.
                        .requestMatchers(HttpMethod.PUT, "/camunda/api/engine/engine/*/user/*/profile/**")
                        .hasAuthority(DeskGroup.ADMINS.id())
                        .requestMatchers(SecurityConfiguration::startsAnywhere)
                        .hasAuthority(DeskGroup.ADMINS.id())
                        .anyRequest()
                        .authenticated())
                .logout(logout -> logout.logoutRequestMatcher(signOut(paths, webapp))
                        .defaultLogoutSuccessHandlerFor(
                                new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT),
                                paths.matcher(WEBAPP))
                        .logoutSuccessUrl("/login?out"))
                .exceptionHandling(refusals -> refusals.defaultAuthenticationEntryPointFor(
                                signInPage, paths.matcher("/api/docs"))
                        .defaultAuthenticationEntryPointFor(signInPage, paths.matcher("/api/swagger-ui/**"))
                        .defaultAuthenticationEntryPointFor(plainRefusal, paths.matcher("/api/**"))
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), paths.matcher("/camunda/api/**"))
                        .defaultAuthenticationEntryPointFor(signInPage, paths.matcher("/**")));
        rules.open(http);
        way.open(http);
        return http.build();
    }

    /**
     * The webapp's call that starts a process at any step, so past registration and triage. The forms use another one,
     * which starts at the beginning.
     */
    private static boolean startsAnywhere(HttpServletRequest request) {
        List<String> path =
                List.of(URI.create(request.getRequestURI()).getPath().split("/"));
        return path.contains("process-definition") && path.contains("start");
    }

    /** Whoever leaves Tasklist or Cockpit leaves the desk, so the webapp's own way out ends the one session there is. */
    private static RequestMatcher signOut(PathPatternRequestMatcher.Builder paths, WebappCsrfToken webapp) {
        return new OrRequestMatcher(
                paths.matcher(HttpMethod.POST, "/logout"),
                new AndRequestMatcher(
                        paths.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"), webapp::isWith));
    }
}
