package org.clearancedesk.people.signin;

import static jakarta.servlet.http.HttpServletResponse.SC_UNAUTHORIZED;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.stereotype.Component;

/** The demo's way: a page for people, HTTP Basic for programs. */
@Component
@Profile("!production")
class PasswordSignIn implements SignInMethod {

    private final PasswordAuthenticationProvider passwordAuthenticationProvider;

    PasswordSignIn(PasswordAuthenticationProvider passwordAuthenticationProvider) {
        this.passwordAuthenticationProvider = passwordAuthenticationProvider;
    }

    @Override
    public void open(HttpSecurity http) throws Exception {
        http.authenticationManager(new ProviderManager(passwordAuthenticationProvider))
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/", false))
                // No challenge goes out, so no browser opens its own password window over the desk's.
                .httpBasic(basic -> basic.authenticationEntryPoint(
                        (request, response, nobody) -> response.sendError(SC_UNAUTHORIZED)));
    }

    @Override
    public Optional<String> signInAddress() {
        return Optional.empty();
    }

    @Override
    public Optional<String> farewell(HttpServletRequest request) {
        return Optional.empty();
    }
}
