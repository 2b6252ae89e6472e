package org.clearancedesk.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/**
 * Ends the sessions that the provider has ended behind their owners' backs: the next request of each finds itself signed out,
 * whichever node was told. Every session holds the provider's name for it, so there is no list to keep.
 */
class ProviderEndedSessions implements LogoutHandler, OidcSessionRegistry {

    private static final String PROVIDERS_SESSION = "sid";

    private final SharedSessions sessions;
    private final SubjectRepository subjects;

    ProviderEndedSessions(SharedSessions sessions, SubjectRepository subjects) {
        this.sessions = sessions;
        this.subjects = subjects;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication told) {
        if (told != null && told.getPrincipal() instanceof OidcLogoutToken token) {
            @Nullable String subject = token.getSubject();
            Optional<String> user =
                    subject == null ? Optional.empty() : subjects.find(String.valueOf(token.getIssuer()), subject);
            sessions.endOf(user, signedIn -> isMeant(token, signedIn));
        }
    }

    private static boolean isMeant(OidcLogoutToken token, Authentication signedIn) {
        if (!(signedIn.getPrincipal() instanceof OidcUser person)) {
            return false;
        }
        OidcIdToken idToken = person.getIdToken();
        @Nullable String session = token.getSessionId();
        return String.valueOf(token.getIssuer()).equals(idToken.getClaimAsString("iss"))
                && (session == null
                        ? Objects.equals(token.getSubject(), idToken.getSubject())
                        : session.equals(idToken.getClaimAsString(PROVIDERS_SESSION)));
    }

    @Override
    public void saveSessionInformation(OidcSessionInformation begun) {
        // The session itself says whose it is.
    }

    @Override
    public @Nullable OidcSessionInformation removeSessionInformation(String session) {
        return null;
    }

    @Override
    public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken token) {
        return List.of();
    }
}
