package org.clearancedesk.engine.hardening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearancedesk.engine.webapp.EngineAnswer;
import org.clearancedesk.engine.webapp.NormalizedPath;
import org.clearancedesk.engine.webapp.RefusalFilter;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.RefusedAttempt;
import org.clearancedesk.people.RefusedAttempts;
import org.clearancedesk.people.UserDirectory;
import org.clearancedesk.people.security.BufferedRequest;
import org.clearancedesk.people.signin.SharedSessions;
import org.clearancedesk.people.signin.SignInThrottle;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * A profile is that of the account which was opened. Whoever changes a password shows their own first. A wrong one counts
 * as it does at the sign-in, so that nobody at an open browser guesses it here; the engine would count it too, and shut the
 * account for good.
 */
@Component
@Order(AccountChangeFilter.AFTER_PLAIN_CALLS)
class AccountChangeFilter extends OncePerRequestFilter {

    static final int AFTER_PLAIN_CALLS = ExpressionBlockingFilter.AFTER_SPRING_SECURITY + 1;

    private static final Pattern CREDENTIALS = Pattern.compile(".*/api/engine/engine/[^/]+/user/[^/]+/credentials");
    private static final Pattern PROFILE = Pattern.compile(".*/api/engine/engine/[^/]+/user/[^/]+/profile");
    private static final Pattern ACCOUNT = Pattern.compile(".*/([^/]+)/profile/?");
    private static final String UNREADABLE =
            "The desk cannot read this profile, so nothing was changed. Please open the account again.";
    private static final String WRONG = "Your own password is not right. Please type it again.";

    private final CurrentCaller caller;
    private final UserDirectory userDirectory;
    private final SignInThrottle throttle;
    private final SharedSessions sessions;
    private final RefusedAttempts attempts;
    private final ObjectMapper json;

    AccountChangeFilter(
            CurrentCaller caller,
            UserDirectory userDirectory,
            SignInThrottle throttle,
            SharedSessions sessions,
            RefusedAttempts attempts,
            ObjectMapper json) {
        this.caller = caller;
        this.userDirectory = userDirectory;
        this.throttle = throttle;
        this.sessions = sessions;
        this.attempts = attempts;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getMethod().equals("GET") || (!isAt(CREDENTIALS, request) && !isAt(PROFILE, request));
    }

    private static boolean isAt(Pattern route, HttpServletRequest request) {
        return route.matcher(NormalizedPath.of(request.getRequestURI()
                        .substring(request.getContextPath().length())))
                .matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readAllBytes();
        JsonNode change = read(body);
        if (isAt(PROFILE, request)) {
            profile(request, response, chain, change);
        } else {
            password(request, response, chain, change, body);
        }
    }

    /** The engine would write the account of the address over the one of the profile; it reads what was compared here. */
    private void profile(HttpServletRequest request, HttpServletResponse response, FilterChain chain, JsonNode change)
            throws ServletException, IOException {
        Matcher account = ACCOUNT.matcher(request.getRequestURI());
        String opened = account.matches() ? UriUtils.decode(account.group(1), StandardCharsets.UTF_8) : "";
        if (change.isEmpty()) {
            attempts.record(RefusedAttempt.Kind.DISGUISED, null);
            refuse(response, UNREADABLE);
        } else if (change instanceof ObjectNode profile
                && profile.path("id").asText(opened).equals(opened)) {
            profile.put("id", opened);
            chain.doFilter(new BufferedRequest(request, json.writeValueAsBytes(profile)), response);
        } else {
            attempts.record(RefusedAttempt.Kind.NOT_ALLOWED, null);
            refuse(response, AccountRules.ANOTHER_ONES);
        }
    }

    private void password(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, JsonNode change, byte[] body)
            throws ServletException, IOException {
        if (change.path("password").asText("").isBlank()) {
            refuse(response, AccountRules.TOO_SHORT);
            return;
        }
        String user = caller.get().user();
        String own = change.path("authenticatedUserPassword").asText("");
        Optional<Caller> known = throttle.attempt(user, request.getRemoteAddr(), () -> userDirectory.signIn(user, own));
        if (known.isEmpty()) {
            refuse(response, WRONG);
        } else {
            chain.doFilter(new BufferedRequest(request, body), response);
            if (HttpStatus.valueOf(response.getStatus()).is2xxSuccessful()) {
                // Whoever changes a password may do so because somebody else knows the old one.
                sessions.endOthersOf(user, request.getSession().getId());
            }
        }
    }

    private JsonNode read(byte[] body) throws IOException {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException unreadable) {
            // Nothing in it is a password, and so it is answered.
            return json.createObjectNode();
        }
    }

    private void refuse(HttpServletResponse response, String sentence) throws IOException {
        EngineAnswer.of(HttpStatus.BAD_REQUEST, RefusalFilter.REFUSED, sentence)
                .send(response, HttpStatus.BAD_REQUEST, json);
    }
}
