package org.clearancedesk.people.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Tells somebody who came back from the provider, on the sign-in page, why they are not let in. */
class LoginFailureHandler implements AuthenticationFailureHandler {

    private final ProviderLogoutHandler signOut;
    private final String registration;

    LoginFailureHandler(ProviderLogoutHandler signOut, String registration) {
        this.signOut = signOut;
        this.registration = registration;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        HttpStatus status = HttpStatus.UNAUTHORIZED;
        SignInRefused shown =
                new SignInRefused("The studio's sign-in did not let you in, or it took too long. Please try again.");
        if (failure instanceof SignInRefused refused) {
            status = HttpStatus.FORBIDDEN;
            shown = refused;
            canLeaveTheProvider(refused.idToken(), request, response);
        }
        request.setAttribute(SignInRefused.ATTRIBUTE, shown);
        response.setStatus(status.value());
        request.getRequestDispatcher("/login").forward(request, response);
    }

    /** Otherwise the provider would bring them back with the same account for ever. */
    private void canLeaveTheProvider(
            @Nullable OidcIdToken idToken, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (idToken != null) {
            signOut.remember(
                    request,
                    response,
                    new OAuth2AuthenticationToken(new DefaultOidcUser(List.of(), idToken), List.of(), registration));
        }
    }
}
