package org.clearancedesk.engine.hardening;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clearancedesk.engine.webapp.EngineAnswer;
import org.clearancedesk.engine.webapp.NormalizedPath;
import org.clearancedesk.engine.webapp.RefusalFilter;
import org.clearancedesk.people.RefusedAttempt;
import org.clearancedesk.people.RefusedAttempts;
import org.clearancedesk.people.security.BufferedRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The second wall before the engine: a call of the webapp's interface that names an expression anywhere, or brings a
 * variable of a type that the engine does not know here, is turned away before the engine has read it. Filters to be stored may hold a few, and are looked through when they are stored.
 */
@Component
@Order(ExpressionBlockingFilter.AFTER_SPRING_SECURITY)
class ExpressionBlockingFilter extends OncePerRequestFilter {

    /** So that nobody is listened to who has no business here, and no more is read than the limits before it let in. */
    static final int AFTER_SPRING_SECURITY = 0;

    static final String REFUSAL =
            "Expressions are not taken in a search. Please name the user, the group or the date itself.";

    static final String UNKNOWN_TYPE =
            "The desk takes texts, numbers, dates, yes or no, and JSON as variables, and no other type of variable.";

    private static final Pattern SEARCHED = Pattern.compile(".*/api/(engine/engine|\\w+/plugin)/[^/]+/.+");
    private static final Pattern STORED = Pattern.compile(".*/api/engine/engine/[^/]+/filter/[^/]+");
    private static final Pattern NEGATIVE = Pattern.compile("(^|&)\\s*(firstResult|maxResults)\\s*=\\s*-");
    private static final JsonFactory JSON = new JsonFactory();

    /** Cockpit's searches do not pass by where the engine's are counted. */
    private static final int MOST_ENTRIES = 2_000;

    private static final int NO_OBJECT = -1;
    private static final String TOO_MANY = "A search has up to %d entries in its lists. Please ask for less at once.";
    private static final String NOTHING = "There is nothing in this call. Please check what it carries.";

    private final ObjectMapper answers;
    private final RefusedAttempts attempts;

    ExpressionBlockingFilter(ObjectMapper answers, RefusedAttempts attempts) {
        this.answers = answers;
        this.attempts = attempts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = NormalizedPath.of(
                request.getRequestURI().substring(request.getContextPath().length()));
        return !SEARCHED.matcher(path).matches()
                || (!request.getMethod().equals("GET") && STORED.matcher(path).matches());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isExpressionInAddress(request.getQueryString())) {
            refuseExpression(response);
        } else if (NEGATIVE.matcher(NormalizedPath.decoded(String.valueOf(request.getQueryString())))
                .find()) {
            refuse(response, ExpressionBlockingInterceptor.NEGATIVE);
        } else if (bringsFile(request)) {
            refuseType(response);
        } else if (!bringsJson(request)) {
            chain.doFilter(request, response);
        } else {
            byte[] body = request.getInputStream().readAllBytes();
            int entries = entriesIn(body);
            if (entries > MOST_ENTRIES) {
                attempts.record(RefusedAttempt.Kind.NOT_ALLOWED, null);
                refuse(response, TOO_MANY.formatted(MOST_ENTRIES));
            } else if (entries == NO_OBJECT && request.getMethod().equals("POST")) {
                refuse(response, NOTHING);
            } else if (isExpressionIn(body)) {
                refuseExpression(response);
            } else if (TypedVariables.isUnknownTypeIn(body)) {
                refuseType(response);
            } else {
                chain.doFilter(new BufferedRequest(request, body), response);
            }
        }
    }

    private static boolean bringsFile(HttpServletRequest request) {
        @Nullable String type = request.getContentType();
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart");
    }

    private static boolean bringsJson(HttpServletRequest request) {
        @Nullable String type = request.getContentType();
        return type == null || !type.toLowerCase(Locale.ROOT).matches("(multipart|application/x-www-form).*");
    }

    private static boolean isExpressionInAddress(@Nullable String query) {
        return query != null
                && Stream.of(query.split("[&;]", -1))
                        .map(part -> NormalizedPath.decoded(part.replaceFirst("=.*", "")))
                        .anyMatch(ExpressionBlockingFilter::isExpression);
    }

    private static boolean isExpressionIn(byte[] body) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && isExpression(parser.currentName())) {
                    return true;
                }
            }
            return false;
        } catch (JsonProcessingException unreadable) {
            // The engine reads no further either, and says what is wrong.
            return false;
        }
    }

    /** How many values there are in lists; whatever is no JSON has none, and a bare null is told apart. */
    private static int entriesIn(byte[] body) throws IOException {
        int entries = 0;
        try (JsonParser parser = JSON.createParser(body)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.VALUE_NULL) {
                return NO_OBJECT;
            }
            for (JsonToken token = first; token != null; token = parser.nextToken()) {
                if (parser.getParsingContext().inArray()) {
                    entries++;
                }
            }
        } catch (JsonProcessingException unreadable) {
            // What is behind it, the engine does not read either.
            return entries;
        }
        return entries;
    }

    private static boolean isExpression(String field) {
        return field.strip().toLowerCase(Locale.ROOT).endsWith("expression");
    }

    private void refuseExpression(HttpServletResponse response) throws IOException {
        attempts.record(RefusedAttempt.Kind.NOT_ALLOWED, null);
        refuse(response, REFUSAL);
    }

    private void refuseType(HttpServletResponse response) throws IOException {
        attempts.record(RefusedAttempt.Kind.STEP_REFUSED, null);
        refuse(response, UNKNOWN_TYPE);
    }

    private void refuse(HttpServletResponse response, String sentence) throws IOException {
        EngineAnswer.of(HttpStatus.BAD_REQUEST, RefusalFilter.REFUSED, sentence)
                .send(response, HttpStatus.BAD_REQUEST, answers);
    }
}
