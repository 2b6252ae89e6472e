package org.clearancedesk.engine.webapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives whoever completes a task in Tasklist the sentence of a refusal. The engine wraps what a listener throws and calls
 * it a failure of the server; it is an answer that somebody has to mend. So it is when somebody else was faster.
 */
public class RefusalFilter extends OncePerRequestFilter {

    private static final String SENTENCE = RefusalFilter.class.getName();

    /** The forms tell by the reason that a sentence is the desk's, and not one of the engine's for its programmers. */
    public static final String REFUSED = "REFUSED";

    private final ObjectMapper json;

    RefusalFilter(ObjectMapper json) {
        this.json = json;
    }

    /** Keeps the sentence until the answer goes out; outside a request of the webapp it goes nowhere. */
    public static void remember(String sentence) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(SENTENCE, sentence, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** The sentence that was kept for the answer to this call. */
    public static Optional<String> remembered(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(SENTENCE));
    }

    /** Whether whoever waits for this answer will read a sentence. */
    static boolean isRemembered() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null && request.getAttribute(SENTENCE, RequestAttributes.SCOPE_REQUEST) != null;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod()) && !HttpMethod.PUT.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        Optional<String> sentence = remembered(request);
        int status = answer.getStatus();
        boolean failed = status >= HttpStatus.INTERNAL_SERVER_ERROR.value();
        if (failed && sentence.isPresent()) {
            write(answer, HttpStatus.BAD_REQUEST, REFUSED, sentence.get());
        } else if (failed || status == HttpStatus.FORBIDDEN.value()) {
            Optional<EngineConflicts> tooLate = EngineConflicts.of(request);
            if (tooLate.isPresent()) {
                write(
                        answer,
                        failed ? HttpStatus.CONFLICT : HttpStatus.FORBIDDEN,
                        tooLate.get().name(),
                        tooLate.get().sentence());
            }
        }
        answer.copyBodyToResponse();
    }

    private void write(ContentCachingResponseWrapper answer, HttpStatus status, String reason, String sentence)
            throws IOException {
        answer.resetBuffer();
        EngineAnswer.of(status, reason, sentence).send(answer, status, json);
    }
}
