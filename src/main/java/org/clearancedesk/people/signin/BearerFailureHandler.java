package org.clearancedesk.people.signin;

import static jakarta.servlet.http.HttpServletResponse.SC_FORBIDDEN;
import static jakarta.servlet.http.HttpServletResponse.SC_UNAUTHORIZED;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Answers a program whose token is not taken: 401 when a new one helps, 403 when its owner has no place at the desk. */
class BearerFailureHandler implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof SignInRefused refused) {
            request.setAttribute(SignInRefused.ATTRIBUTE, refused);
            response.sendError(SC_FORBIDDEN);
        } else {
            request.setAttribute(
                    SignInRefused.ATTRIBUTE,
                    new SignInRefused(
                            "This token does not open the desk: it has run out, was made for another program, or is not one of the studio's. Please get a new one for the desk's audience."));
            // Of RFC 6750, and no browser opens a window for it.
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            response.sendError(SC_UNAUTHORIZED);
        }
    }
}
