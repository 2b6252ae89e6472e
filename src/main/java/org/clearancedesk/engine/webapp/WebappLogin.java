package org.clearancedesk.engine.webapp;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Lets whoever signed in at the desk's own login into Tasklist and Cockpit. The webapp's filter makes it by name. */
public class WebappLogin implements AuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || signedIn instanceof AnonymousAuthenticationToken || !signedIn.isAuthenticated()) {
            return AuthenticationResult.unsuccessful();
        }
        if (engine.getIdentityService()
                        .createUserQuery()
                        .userId(signedIn.getName())
                        .count()
                == 0) {
            return AuthenticationResult.unsuccessful();
        }
        List<String> groups =
                engine.getIdentityService().createGroupQuery().groupMember(signedIn.getName()).unlimitedList().stream()
                        .map(Group::getId)
                        .toList();
        AuthenticationResult result = AuthenticationResult.successful(signedIn.getName());
        result.setGroups(groups);
        return result;
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // Spring Security has turned away whoever is not signed in before this is asked.
    }
}
