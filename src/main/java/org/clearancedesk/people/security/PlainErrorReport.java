package org.clearancedesk.people.security;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.clearancedesk.people.RefusedAttempt.Kind;
import org.clearancedesk.people.RefusedAttempts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Answers what the server itself turns away before anything of the desk sees it: an address that cannot be decoded, lines that are
 * too long, a call that is none. To programs it is a problem document, to people a page.
 */
final class PlainErrorReport extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(PlainErrorReport.class);

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>GenAI clearance desk</title><link rel="stylesheet" href="/desk/pages.css"></head>
            <body><main><p>%s</p></main></body>
            </html>
            """;

    private static final String PROBLEM =
            """
            {"type":"about:blank","title":"%s","status":%d,"detail":"%s","message":"%s"}
            """;

    private static final String UNREADABLE =
            "The desk cannot read this call. Please check its address, its headers and what it carries.";
    private static final String FAILURE =
            "Something went wrong in the desk. Please try again, or tell an administrator when it happened.";

    private final ObjectProvider<RefusedAttempts> attempts;

    PlainErrorReport(ObjectProvider<RefusedAttempts> attempts) {
        this.attempts = attempts;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int code = response.getStatus();
        // What has been answered already stays as it is.
        if (code < HttpStatus.BAD_REQUEST.value() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String address = String.valueOf(request.getRequestURI());
        if (code == HttpStatus.BAD_REQUEST.value() && address.contains("%")) {
            note(request);
        }
        try {
            write(response, code, address.matches("(/camunda)?/api(/.*)?"));
        } catch (IOException gone) {
            LOG.debug("Nobody waits for this answer any more.", gone);
        }
    }

    private void note(Request request) {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            attempts.ifAvailable(list -> list.record(Kind.DISGUISED, null));
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    private static void write(Response response, int code, boolean toProgram) throws IOException {
        HttpStatus status = HttpStatus.resolve(code);
        // What nobody implements here was asked for by the call.
        boolean isOurs = code >= HttpStatus.INTERNAL_SERVER_ERROR.value() && status != HttpStatus.NOT_IMPLEMENTED;
        String sentence = isOurs ? FAILURE : UNREADABLE;
        String title = status == null ? "Refused" : status.getReasonPhrase();
        SecurityHeaders.ofAnyAnswer(response);
        response.setLocale(Locale.ENGLISH);
        response.setContentType(toProgram ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        PrintWriter answer = response.getReporter();
        if (answer != null) {
            answer.write(toProgram ? PROBLEM.formatted(title, code, sentence, sentence) : PAGE.formatted(sentence));
            response.finishResponse();
        }
    }
}
