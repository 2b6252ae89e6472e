package org.clearancedesk.access;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Signs people in with user name and password. */
@Component
class SignIn implements AuthenticationProvider {

    private final Directory directory;

    SignIn(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        Caller caller = directory
                .signIn(given.getName(), String.valueOf(given.getCredentials()))
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
