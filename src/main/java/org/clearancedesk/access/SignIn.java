package org.clearancedesk.access;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs people in with user name and password. */
@Component
@Profile("!production")
class SignIn implements AuthenticationProvider {

    private final Directory directory;
    private final SignInThrottle throttle;

    SignIn(Directory directory, SignInThrottle throttle) {
        this.directory = directory;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String address =
                given.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        Caller caller = throttle.attempt(
                        given.getName(),
                        address,
                        () -> directory.signIn(given.getName(), String.valueOf(given.getCredentials())))
                .orElseThrow(() -> new BadCredentialsException("User name or password is not right."));
        Set<GrantedAuthority> groups =
                caller.groups().stream().map(SimpleGrantedAuthority::new).collect(Collectors.toUnmodifiableSet());
        return UsernamePasswordAuthenticationToken.authenticated(caller.user(), null, groups);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
