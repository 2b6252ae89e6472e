package org.clearancedesk.engine.hardening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clearancedesk.engine.webapp.EngineAnswer;
import org.clearancedesk.engine.webapp.RefusalFilter;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.UserDirectory;
import org.clearancedesk.people.security.BufferedRequest;
import org.clearancedesk.people.signin.SignInThrottle;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever changes a password shows their own first. A wrong one counts as it does at the sign-in, so that nobody at an open
 * browser guesses it here; the engine would count it too, and shut the account for good.
 */
@Component
@Order(PasswordChangeFilter.AFTER_PLAIN_CALLS)
class PasswordChangeFilter extends OncePerRequestFilter {

    static final int AFTER_PLAIN_CALLS = ExpressionBlockingFilter.AFTER_SPRING_SECURITY + 1;

    private static final Pattern CREDENTIALS = Pattern.compile(".*/api/engine/engine/[^/]+/user/[^/]+/credentials");
    private static final String WRONG = "Your own password is not right. Please type it again.";

    private final CurrentCaller caller;
    private final UserDirectory userDirectory;
    private final SignInThrottle throttle;
    private final ObjectMapper json;

    PasswordChangeFilter(
            CurrentCaller caller, UserDirectory userDirectory, SignInThrottle throttle, ObjectMapper json) {
        this.caller = caller;
        this.userDirectory = userDirectory;
        this.throttle = throttle;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                || !CREDENTIALS
                        .matcher(NormalizedPath.of(request.getRequestURI()
                                .substring(request.getContextPath().length())))
                        .matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readAllBytes();
        JsonNode change = read(body);
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
