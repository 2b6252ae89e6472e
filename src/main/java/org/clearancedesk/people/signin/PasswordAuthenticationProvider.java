package org.clearancedesk.people.signin;

import java.util.Set;
import java.util.stream.Collectors;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.UserDirectory;
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
class PasswordAuthenticationProvider implements AuthenticationProvider {

    private final UserDirectory userDirectory;
    private final SignInThrottle throttle;
    private final CurrentCaller currentCaller;

    PasswordAuthenticationProvider(UserDirectory userDirectory, SignInThrottle throttle, CurrentCaller currentCaller) {
        this.userDirectory = userDirectory;
        this.throttle = throttle;
        this.currentCaller = currentCaller;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String address =
                given.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        Caller caller = throttle.attempt(
                        given.getName(),
                        address,
                        () -> userDirectory.signIn(given.getName(), String.valueOf(given.getCredentials())))
                .orElseThrow(() -> new BadCredentialsException("User name or password is not right."));
        currentCaller.remember(caller);
        Set<GrantedAuthority> groups =
                caller.groups().stream().map(SimpleGrantedAuthority::new).collect(Collectors.toUnmodifiableSet());
        return UsernamePasswordAuthenticationToken.authenticated(caller.user(), null, groups);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
