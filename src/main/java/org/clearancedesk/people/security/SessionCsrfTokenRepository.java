package org.clearancedesk.people.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.WebUtils;

/**
 * The token that a session's calls have to carry. The session keeps it; the cookie only tells our scripts what it is, so
 * nobody gains by planting one. Tasklist's forms talk to our API without ever having opened a page of ours, so every page
 * of a session hands it out, and so does the page that begins one.
 */
class SessionCsrfTokenRepository extends CsrfTokenRequestAttributeHandler {

    private static final String COOKIE = "DESK-CSRF";
    private static final RequestMatcher BEGINS_SESSION =
            PathPatternRequestMatcher.withDefaults().matcher("/login");

    private final boolean secure;

    SessionCsrfTokenRepository(boolean secure) {
        this.secure = secure;
    }

    static CsrfTokenRepository repository() {
        HttpSessionCsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();
        tokens.setHeaderName("X-DESK-CSRF");
        return tokens;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        super.handle(request, response, token);
        if (request.getSession(false) != null || BEGINS_SESSION.matches(request)) {
            handOut(token.get().getToken(), request, response);
        }
    }

    private void handOut(String token, HttpServletRequest request, HttpServletResponse response) {
        @Nullable Cookie held = WebUtils.getCookie(request, COOKIE);
        if (held == null || !token.equals(held.getValue())) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(COOKIE, token)
                            .path(request.getContextPath() + "/")
                            .secure(secure)
                            .sameSite("Lax")
                            .build()
                            .toString());
        }
    }
}
