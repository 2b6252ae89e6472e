package org.clearancedesk.people.signin;

import static jakarta.servlet.http.HttpServletResponse.SC_NO_CONTENT;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Ends the session at the provider too. Tasklist and Cockpit sign out by a script, which cannot be sent elsewhere; so what is
 * left to do waits in the session for the page that everybody comes to after signing out.
 */
class ProviderLogoutHandler implements LogoutSuccessHandler {

    private static final String FAREWELL = ProviderLogoutHandler.class.getName();
    private static final String SIGNED_OUT = "/login?out";
    private static final int LONGEST_ADDRESS = 2_000;

    private final OidcClientInitiatedLogoutSuccessHandler provider;

    ProviderLogoutHandler(ClientRegistrationRepository registrations, String baseUrl) {
        this.provider = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        provider.setPostLogoutRedirectUri(baseUrl + SIGNED_OUT);
        provider.setDefaultTargetUrl(SIGNED_OUT);
        provider.setRedirectStrategy((request, response, url) -> {
            if (!url.equals(SIGNED_OUT)) {
                request.getSession().setAttribute(FAREWELL, shortened(url, registrations));
            }
        });
    }

    /** The token of somebody in hundreds of groups is longer than many a proxy takes; the provider asks them then. */
    private static String shortened(String url, ClientRegistrationRepository registrations) {
        if (url.length() <= LONGEST_ADDRESS) {
            return url;
        }
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(url).replaceQueryParam("id_token_hint");
        ClientRegistration desk = registrations.findByRegistrationId(SingleSignOn.REGISTRATION);
        return (desk == null ? address : address.replaceQueryParam("client_id", desk.getClientId()))
                .build(true)
                .toUriString();
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication signedOut)
            throws IOException, ServletException {
        remember(request, response, signedOut);
        if (request.getRequestURI().startsWith(request.getContextPath() + "/camunda/")) {
            response.setStatus(SC_NO_CONTENT);
        } else {
            response.sendRedirect(request.getContextPath() + SIGNED_OUT);
        }
    }

    void remember(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication signedOut)
            throws IOException, ServletException {
        provider.onLogoutSuccess(request, response, signedOut);
    }

    static Optional<String> farewell(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(FAREWELL) instanceof String address)) {
            return Optional.empty();
        }
        session.removeAttribute(FAREWELL);
        return Optional.of(address);
    }
}
