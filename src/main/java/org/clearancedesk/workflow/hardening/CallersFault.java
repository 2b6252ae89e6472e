package org.clearancedesk.workflow.hardening;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Says that a call is at fault where the engine's interface calls it a failure of its own: it names what is not there,
 * leaves out what is needed, or is not to be read.
 */
@Component
@Order(PlainCalls.AFTER_SPRING_SECURITY + 1)
class CallersFault extends OncePerRequestFilter {

    /** What the interface names in its answer. Anything else remains a failure of the desk. */
    private static final Set<String> FAULTS = Set.of(
            "NullValueException",
            "NullPointerException",
            "NotValidException",
            "IllegalArgumentException",
            "ClassCastException",
            "StreamConstraintsException",
            "UnsupportedCharsetException",
            "IllegalCharsetNameException",
            "MalformedInputException",
            "CharConversionException",
            "HeaderValueException");

    private static final String OURS = CallersFault.class.getName();

    private static final String SENTENCE =
            "The desk cannot read this call, or it names what is not there. Please check its address and what it carries.";

    private final ObjectMapper json;

    CallersFault(ObjectMapper json) {
        this.json = json;
    }

    /** Says that what failed in this call is the desk's own. */
    static void isOurs() {
        RequestAttributes call = RequestContextHolder.getRequestAttributes();
        if (call != null) {
            call.setAttribute(OURS, true, RequestAttributes.SCOPE_REQUEST);
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
        if (answer.getStatus() == HttpStatus.INTERNAL_SERVER_ERROR.value()
                && request.getAttribute(OURS) == null
                && FAULTS.contains(type(answer.getContentAsByteArray()))) {
            answer.resetBuffer();
            answer.setStatus(HttpStatus.BAD_REQUEST.value());
            answer.setContentType(MediaType.APPLICATION_JSON_VALUE);
            json.writeValue(
                    answer.getOutputStream(),
                    Map.of("type", "InvalidRequestException", "reason", "UNREADABLE", "message", SENTENCE));
        }
        answer.copyBodyToResponse();
    }

    private String type(byte[] answer) {
        try {
            return json.readTree(answer).path("type").asText();
        } catch (IOException noJson) {
            return "";
        }
    }
}
