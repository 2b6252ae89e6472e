package org.clearancedesk.access;

import static jakarta.servlet.http.HttpServletResponse.SC_UNAUTHORIZED;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** One login in front of Tasklist, Cockpit, the API and the desk's own pages. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String WEBAPP = "/camunda/**";

    @Bean
    SecurityFilterChain oneLogin(HttpSecurity http) throws Exception {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        // No challenge goes out, so no browser opens its own password window over the desk's.
        AuthenticationEntryPoint plainRefusal = (request, response, nobody) -> response.sendError(SC_UNAUTHORIZED);
        AuthenticationEntryPoint signInPage = new LoginUrlAuthenticationEntryPoint("/login");
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/login", "/desk/**", "/error", "/favicon.ico", "/verify/**")
                        .permitAll()
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAuthority(DeskGroup.ADMINS.id())
                        // A Netflix contact sees the cases that name their address, so nobody gives themselves another.
                        .requestMatchers(HttpMethod.PUT, "/camunda/api/engine/engine/*/user/*/profile/**")
                        .hasAuthority(DeskGroup.ADMINS.id())
                        .requestMatchers(SecurityConfiguration::startsAnywhere)
                        .hasAuthority(DeskGroup.ADMINS.id())
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/", false))
                .logout(logout -> logout.logoutRequestMatcher(signOut(paths))
                        .defaultLogoutSuccessHandlerFor(
                                new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT),
                                paths.matcher(WEBAPP))
                        .logoutSuccessUrl("/login?out"))
                .httpBasic(basic -> basic.authenticationEntryPoint(plainRefusal))
                .exceptionHandling(refusals -> refusals.defaultAuthenticationEntryPointFor(
                                signInPage, paths.matcher("/api/docs"))
                        .defaultAuthenticationEntryPointFor(signInPage, paths.matcher("/api/swagger-ui/**"))
                        .defaultAuthenticationEntryPointFor(plainRefusal, paths.matcher("/api/**"))
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), paths.matcher("/camunda/api/**"))
                        .defaultAuthenticationEntryPointFor(signInPage, paths.matcher("/**")))
                .csrf(csrf -> csrf.csrfTokenRepository(tokenForOurScripts())
                        .csrfTokenRequestHandler(everyPageCarriesTheToken())
                        // The webapp has a protection of its own under the same cookie name; two would shut it.
                        .ignoringRequestMatchers(WEBAPP)
                        // A program that sends its password with every call has no session that could be ridden.
                        .ignoringRequestMatchers(request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null))
                .headers(headers ->
                        headers.frameOptions(frame -> frame.sameOrigin()).contentTypeOptions(options -> {}))
                .build();
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
    private static RequestMatcher signOut(PathPatternRequestMatcher.Builder paths) {
        return new OrRequestMatcher(
                paths.matcher(HttpMethod.POST, "/logout"),
                paths.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"));
    }

    @Bean
    AuthenticationManager authenticationManager(SignIn signIn) {
        return new ProviderManager(signIn);
    }

    private static CookieCsrfTokenRepository tokenForOurScripts() {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieName("DESK-CSRF");
        tokens.setHeaderName("X-DESK-CSRF");
        tokens.setCookiePath("/");
        return tokens;
    }

    /** Tasklist's forms talk to our API without ever having opened a page of ours, so every page hands out the token. */
    private static CsrfTokenRequestAttributeHandler everyPageCarriesTheToken() {
        CsrfTokenRequestAttributeHandler handler = new CsrfTokenRequestAttributeHandler();
        handler.setCsrfRequestAttributeName(null);
        return handler;
    }
}
