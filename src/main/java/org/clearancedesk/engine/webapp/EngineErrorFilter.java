package org.clearancedesk.engine.webapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.clearancedesk.people.RefusedAttempt;
import org.clearancedesk.people.RefusedAttempts;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Says that a call is at fault where the engine's interface calls it a failure of its own: it names what is not there,
 * leaves out what is needed, asks for what contradicts itself, or is not to be read. Whatever is refused is said in the desk's words.
 */
@Component
@Order(EngineErrorFilter.BEHIND_ALLOWED_CALLS)
public class EngineErrorFilter extends OncePerRequestFilter {

    /** So that it words what the interface says, and nothing of what the desk refuses before. */
    static final int BEHIND_ALLOWED_CALLS = KnownApplicationsFilter.AFTER_SPRING_SECURITY + 2;

    /** What the interface names in its answer. Anything else remains a failure of the desk. */
    private static final Set<String> FAULTS = Set.of(
            "NullValueException",
            "NotValidException",
            "StreamConstraintsException",
            "UnsupportedCharsetException",
            "IllegalCharsetNameException",
            "MalformedInputException",
            "CharConversionException",
            "HeaderValueException");

    /** What the engine says while it reads a call, before anything is done; at work it says the same. */
    private static final Set<String> WHILE_READING = Set.of(
            "ProcessEngineException",
            "InvalidRequestException",
            "RestException",
            "NullPointerException",
            "IllegalArgumentException",
            "ClassCastException");

    /** The address of one task, person or the like. */
    private static final Pattern NAMES_ONE = Pattern.compile(
            ".*/api/engine/engine/[^/]+/(task|process-instance|execution|job|user|group)/(?!count$|create$)[^/]+(/.*)?");

    private static final String OURS = EngineErrorFilter.class.getName();
    private static final String WHERE = OURS + ".where";

    private static final String READING =
            "The desk cannot read this call, or it names what is not there. Please check its address and what it carries.";
    private static final String NOT_THEIRS =
            "This is not yours to see or to do. If it should be, please ask an administrator.";
    private static final String NOT_THERE = "There is nothing at this address. Please check it.";
    private static final String OTHER_KIND = "This address does not take a call of this kind.";
    private static final String FAILURE =
            "Something went wrong in the desk. Please try again, or tell an administrator when it happened.";

    private final RefusedAttempts attempts;
    private final ObjectMapper json;

    EngineErrorFilter(RefusedAttempts attempts, ObjectMapper json) {
        this.attempts = attempts;
        this.json = json;
    }

    /** Says that what failed in this call is the desk's own. */
    public static void isOurs() {
        note(OURS, true);
    }

    /** Says that something failed while the engine was at work. */
    public static void isInside() {
        note(WHERE, Place.INSIDE);
    }

    /** Says that the call asked for what there is not, or for what makes no sense. */
    public static void isTheirs() {
        note(WHERE, Place.ASKED_WRONGLY);
    }

    private static void note(String what, Object value) {
        RequestAttributes call = RequestContextHolder.getRequestAttributes();
        if (call != null) {
            call.setAttribute(what, value, RequestAttributes.SCOPE_REQUEST);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI()
                .substring(request.getContextPath().length())
                .startsWith("/camunda/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            // Without a body nothing would say whose fault it is, and nobody needs it here.
            response.setHeader(HttpHeaders.ALLOW, "GET, POST, PUT, DELETE, OPTIONS");
            response.sendError(HttpStatus.METHOD_NOT_ALLOWED.value());
            return;
        }
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        HttpStatus status = HttpStatus.resolve(answer.getStatus());
        if (status != null && status.isError() && answer.getContentSize() > 0) {
            boolean theirs = status == HttpStatus.INTERNAL_SERVER_ERROR && isTheirs(request, answer);
            write(answer, request, theirs ? HttpStatus.BAD_REQUEST : status);
        }
        answer.copyBodyToResponse();
    }

    private boolean isTheirs(HttpServletRequest request, ContentCachingResponseWrapper answer) {
        return isTheirs(
                request.getAttribute(OURS), request.getAttribute(WHERE), field("type", answer.getContentAsByteArray()));
    }

    private static boolean isTheirs(@Nullable Object ours, @Nullable Object where, String type) {
        return ours == null
                && (where == Place.ASKED_WRONGLY
                        || FAULTS.contains(type)
                        || (WHILE_READING.contains(type) && where != Place.INSIDE));
    }

    /** Whether a failure of this type, in the call that is under way, is the fault of whoever made it. */
    static boolean isOfTheCall(String type) {
        RequestAttributes call = RequestContextHolder.getRequestAttributes();
        return call != null
                && isTheirs(
                        call.getAttribute(OURS, RequestAttributes.SCOPE_REQUEST),
                        call.getAttribute(WHERE, RequestAttributes.SCOPE_REQUEST),
                        type);
    }

    /** What the engine says is for whoever wrote it: it names classes, tables and permissions. */
    private void write(ContentCachingResponseWrapper answer, HttpServletRequest request, HttpStatus status)
            throws IOException {
        String reason = field("reason", answer.getContentAsByteArray());
        if (status == HttpStatus.BAD_REQUEST
                && RefusalFilter.remembered(request).isEmpty()
                && NAMES_ONE.matcher(request.getRequestURI()).matches()) {
            // It may be there for others.
            attempts.record(RefusedAttempt.Kind.HIDDEN_CASE, null);
        }
        answer.resetBuffer();
        String known = reason.isEmpty() ? status.name() : reason;
        EngineAnswer.of(status, status.is4xxClientError() ? known : null, sentence(request, status))
                .send(answer, status, json);
    }

    private static String sentence(HttpServletRequest request, HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> RefusalFilter.remembered(request).orElse(READING);
            case FORBIDDEN ->
                EngineConflicts.of(request).map(EngineConflicts::sentence).orElse(NOT_THEIRS);
            case CONFLICT ->
                EngineConflicts.of(request).orElse(EngineConflicts.CHANGED).sentence();
            case NOT_FOUND -> NOT_THERE;
            case METHOD_NOT_ALLOWED -> OTHER_KIND;
            default -> status.is4xxClientError() ? READING : FAILURE;
        };
    }

    private String field(String name, byte[] answer) {
        try {
            return json.readTree(answer).path(name).asText();
        } catch (IOException noJson) {
            return "";
        }
    }

    private enum Place {
        INSIDE,
        ASKED_WRONGLY
    }
}
