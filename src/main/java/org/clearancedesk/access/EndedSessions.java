package org.clearancedesk.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationListener;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.session.HttpSessionDestroyedEvent;

/** The sessions that the provider has ended behind their owners' backs: the next request of each finds itself signed out. */
class EndedSessions implements LogoutHandler, ApplicationListener<HttpSessionDestroyedEvent> {

    private final OidcSessionRegistry sessions;
    private final Set<String> ended = ConcurrentHashMap.newKeySet();

    EndedSessions(OidcSessionRegistry sessions) {
        this.sessions = sessions;
    }

    boolean hold(String session) {
        return ended.contains(session);
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication told) {
        if (told != null && told.getPrincipal() instanceof OidcLogoutToken token) {
            sessions.removeSessionInformation(token).forEach(session -> ended.add(session.getSessionId()));
        }
    }

    @Override
    public void onApplicationEvent(HttpSessionDestroyedEvent event) {
        ended.remove(event.getId());
    }
}
