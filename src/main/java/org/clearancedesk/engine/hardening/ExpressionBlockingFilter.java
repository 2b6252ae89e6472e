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
import java.util.Optional;
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
            refuseSearch(response, REFUSAL);
        } else if (NEGATIVE.matcher(NormalizedPath.decoded(String.valueOf(request.getQueryString())))
                .find()) {
            refuse(response, ExpressionBlockingInterceptor.NEGATIVE);
        } else if (bringsFile(request)) {
            refuseType(response);
        } else if (!bringsJson(request)) {
            chain.doFilter(request, response);
        } else {
            byte[] body = request.getInputStream().readAllBytes();
            Content content = Content.of(body);
            // Cockpit's searches do not pass by where the engine's are counted.
            Optional<String> tooMany = QueryTree.tooMany(content.entries());
            if (tooMany.isPresent()) {
                refuseSearch(response, tooMany.get());
            } else if (content.isNothing() && request.getMethod().equals("POST")) {
                refuse(response, NOTHING);
            } else if (content.namesExpression()) {
                refuseSearch(response, REFUSAL);
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

    private static boolean isExpression(String field) {
        return field.strip().toLowerCase(Locale.ROOT).endsWith("expression");
    }

    private void refuseSearch(HttpServletResponse response, String sentence) throws IOException {
        attempts.record(RefusedAttempt.Kind.NOT_ALLOWED, null);
        refuse(response, sentence);
    }

    private void refuseType(HttpServletResponse response) throws IOException {
        attempts.record(RefusedAttempt.Kind.STEP_REFUSED, null);
        refuse(response, UNKNOWN_TYPE);
    }

    private void refuse(HttpServletResponse response, String sentence) throws IOException {
        EngineAnswer.of(HttpStatus.BAD_REQUEST, RefusalFilter.REFUSED, sentence)
                .send(response, HttpStatus.BAD_REQUEST, answers);
    }

    /**
     * What a body brings, as far as it can be read: the engine reads no further either, and says what is wrong.
     *
     * @param isNothing whether it is a bare null
     * @param entries how many values stand in lists
     */
    private record Content(boolean isNothing, int entries, boolean namesExpression) {

        static Content of(byte[] body) throws IOException {
            boolean isNothing = false;
            int entries = 0;
            boolean namesExpression = false;
            try (JsonParser parser = JSON.createParser(body)) {
                JsonToken token = parser.nextToken();
                isNothing = token == JsonToken.VALUE_NULL;
                for (; token != null; token = parser.nextToken()) {
                    entries += parser.getParsingContext().inArray() ? 1 : 0;
                    namesExpression |= token == JsonToken.FIELD_NAME && isExpression(parser.currentName());
                }
            } catch (JsonProcessingException unreadable) {
                return new Content(isNothing, entries, namesExpression);
            }
            return new Content(isNothing, entries, namesExpression);
        }
    }
}
