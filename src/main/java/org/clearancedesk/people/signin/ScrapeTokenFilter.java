package org.clearancedesk.people.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Lets a program that collects figures read them, and nothing else, without being a person. */
@Configuration(proxyBeanMethods = false)
class ScrapeTokenFilter {

    private static final String FIGURES = "/actuator/prometheus";

    private final byte[] expected;

    ScrapeTokenFilter(@Value("${clearance-desk.metrics.token:}") String token) {
        this.expected = token.isBlank() ? new byte[0] : ("Bearer " + token).getBytes(UTF_8);
    }

    /** Whoever shows anything else goes the way of everybody. */
    @Bean
    @Order(0)
    SecurityFilterChain scraping(HttpSecurity http) throws Exception {
        return http.securityMatcher(this::isScrape)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    private boolean isScrape(HttpServletRequest request) {
        String shown = request.getHeader("Authorization");
        return expected.length > 0
                && shown != null
                && "GET".equals(request.getMethod())
                && FIGURES.equals(request.getServletPath())
                && MessageDigest.isEqual(shown.getBytes(UTF_8), expected);
    }
}
