package org.clearancedesk.people.signin;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.CurrentCaller;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Somebody's session holds the groups that they were in when they signed in. With every call it gets those that they are
 * in now, and the session of somebody who was removed ends.
 */
@Component
@Order(AuthorityRefreshFilter.BEFORE_SPRING_SECURITY)
class AuthorityRefreshFilter extends OncePerRequestFilter {

    static final int BEFORE_SPRING_SECURITY = -101;

    private final CurrentCaller caller;

    AuthorityRefreshFilter(CurrentCaller caller) {
        this.caller = caller;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        caller.begin();
        HttpSession session = request.getSession(false);
        if (session != null
                && session.getAttribute(SPRING_SECURITY_CONTEXT_KEY) instanceof SecurityContext context
                && context.getAuthentication() != null) {
            refresh(session, context.getAuthentication());
        }
        chain.doFilter(request, response);
    }

    private void refresh(HttpSession session, Authentication signedIn) {
        Optional<Caller> person = caller.named(signedIn.getName());
        if (person.isEmpty()) {
            session.invalidate();
        } else if (signedIn instanceof UsernamePasswordAuthenticationToken
                && !groupsOf(signedIn).equals(person.get().groups())) {
            UsernamePasswordAuthenticationToken fresh = UsernamePasswordAuthenticationToken.authenticated(
                    signedIn.getPrincipal(),
                    null,
                    person.get().groups().stream()
                            .map(SimpleGrantedAuthority::new)
                            .collect(Collectors.toUnmodifiableSet()));
            fresh.setDetails(signedIn.getDetails());
            session.setAttribute(SPRING_SECURITY_CONTEXT_KEY, new SecurityContextImpl(fresh));
        }
    }

    private static Set<String> groupsOf(Authentication signedIn) {
        return signedIn.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toUnmodifiableSet());
    }
}
