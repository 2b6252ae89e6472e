package org.clearancedesk.web;

import static jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI;
import static jakarta.servlet.RequestDispatcher.ERROR_STATUS_CODE;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.clearancedesk.people.signin.SignInRefused;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Says what nobody else has said: to programs as a problem document, to people on a page. */
@Controller
@Hidden
class FallbackErrorController implements ErrorController {

    private static final int MISDIRECTED_REQUEST = 421;

    @RequestMapping("/error")
    Object say(HttpServletRequest request) {
        HttpStatus status = statusOf(request);
        String place = String.valueOf(request.getAttribute(ERROR_REQUEST_URI));
        if (place.startsWith(request.getContextPath() + "/camunda/api/")) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of(
                            "type",
                            status.getReasonPhrase(),
                            "reason",
                            reason(status),
                            "message",
                            sentence(status, "call")));
        }
        if (!place.startsWith(request.getContextPath() + "/api/")) {
            return new ModelAndView("problem", Map.of("sentence", sentence(status, "page")), status);
        }
        String refusal = request.getAttribute(SignInRefused.ATTRIBUTE) instanceof SignInRefused refused
                ? refused.getMessage()
                : sentence(status, "call");
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(status, refusal));
    }

    private static HttpStatus statusOf(HttpServletRequest request) {
        HttpStatus status =
                request.getAttribute(ERROR_STATUS_CODE) instanceof Integer code ? HttpStatus.resolve(code) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }

    /** What the forms go by; the only conflict that nobody else has said is that of two people. */
    private static String reason(HttpStatus status) {
        return status == HttpStatus.CONFLICT ? "OPENED_BY_SOMEBODY_ELSE" : status.name();
    }

    private static String sentence(HttpStatus status, String what) {
        if (status.value() == MISDIRECTED_REQUEST) {
            return "The desk is not at this address. Please use the one that its mails and letters name.";
        }
        return switch (status) {
            case UNAUTHORIZED ->
                "Nobody is signed in, or the session has ended. Please sign in again; when you are filling in a form, do so"
                        + " in another tab and nothing is lost.";
            case FORBIDDEN ->
                "This %s is not yours to make, or your session has changed. Please reload the page and try again; a program"
                                .formatted(what)
                        + " with a session sends the cookie DESK-CSRF back in the header X-DESK-CSRF.";
            case NOT_FOUND -> "There is nothing at this address. Please check it.";
            case METHOD_NOT_ALLOWED ->
                "This address does not take a call of this kind; the header Allow names those that it takes.";
            case NOT_IMPLEMENTED -> "The desk does not know calls of this kind.";
            case NOT_ACCEPTABLE -> "The desk cannot answer in the format that the header Accept asks for.";
            case UNSUPPORTED_MEDIA_TYPE -> "Please send JSON as application/json, and a file as multipart/form-data.";
            case CONFLICT ->
                "This form was opened by somebody else than whoever is signed in now. Nothing was sent, and what was typed stays"
                        + " in this tab. Please sign in as before in another tab and send it again, or reload this page.";
            case PAYLOAD_TOO_LARGE ->
                "This is larger than the desk takes. What is typed may have up to 1 MB, a file up to 25 MB.";
            case TOO_MANY_REQUESTS ->
                "This was tried too often in a short time. Please wait a moment before you try again; the header Retry-After"
                        + " says how many seconds.";
            case SERVICE_UNAVAILABLE ->
                "Too much of this goes on at the same time. Please try again in a moment; the header Retry-After says how many"
                        + " seconds.";
            default ->
                status.is4xxClientError()
                        ? "The desk cannot read this %s. Please check its address and what it carries.".formatted(what)
                        : "Something went wrong in the desk. Nothing of this %s was stored. Please try again, or tell an"
                                        .formatted(what)
                                + " administrator when it happened.";
        };
    }
}
