package org.clearancedesk.engine.webapp;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.CurrentCaller;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Lets whoever signed in at the desk's own login into Tasklist and Cockpit. The webapp's filter makes it by name. */
public class WebappLogin implements AuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        try {
            Caller caller = WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext())
                    .getBean(CurrentCaller.class)
                    .get();
            AuthenticationResult result = AuthenticationResult.successful(caller.user());
            result.setGroups(List.copyOf(caller.groups()));
            return result;
        } catch (InsufficientAuthenticationException nobody) {
            return AuthenticationResult.unsuccessful();
        }
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // Spring Security has turned away whoever is not signed in before this is asked.
    }
}
