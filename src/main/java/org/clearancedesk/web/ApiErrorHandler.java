package org.clearancedesk.web;

import java.net.URI;
import java.util.List;
import org.clearancedesk.consent.UnknownConsent;
import org.clearancedesk.evidence.FileNotClean;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.people.NotAllowed;
import org.clearancedesk.people.RefusedAttempt.Kind;
import org.clearancedesk.people.RefusedAttempts;
import org.clearancedesk.register.UnknownCase;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Says what is wrong as a problem document (RFC 9457) that names the field. */
@RestControllerAdvice(annotations = RestController.class)
@Order(PageErrorHandler.AFTER_PROGRAMS - 1)
class ApiErrorHandler {

    static final String OVERTAKEN =
            "Somebody else did something with this in the same moment. Please look at it again; nothing of yours was stored.";

    private static final String NOT_THEIRS = "Not yours to do";
    private static final String ONE_OBJECT = "The body must be one JSON object in UTF-8, each field once.";

    private final RefusedAttempts attempts;

    ApiErrorHandler(RefusedAttempts attempts) {
        this.attempts = attempts;
    }

    @ExceptionHandler
    ProblemDetail badInput(BadInput refused) {
        boolean nothingToMend =
                refused.problems().stream().allMatch(fault -> fault.field().isEmpty());
        ProblemDetail problem = NotAllowed.isTried() && nothingToMend
                ? problem(HttpStatus.FORBIDDEN, NOT_THEIRS, refused.getMessage())
                : problem(HttpStatus.UNPROCESSABLE_ENTITY, "Something has to be mended", refused.getMessage());
        problem.setProperty("errors", refused.problems());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail unknownCase(UnknownCase unknown) {
        attempts.record(Kind.HIDDEN_CASE, null);
        return problem(HttpStatus.NOT_FOUND, "Not found", unknown.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unknownConsent(UnknownConsent unknown) {
        attempts.record(Kind.HIDDEN_CASE, null);
        return problem(HttpStatus.NOT_FOUND, "Not found", unknown.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notAllowed(NotAllowed notAllowed) {
        return problem(HttpStatus.FORBIDDEN, NOT_THEIRS, notAllowed.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notSignedIn(AuthenticationException notSignedIn) {
        return problem(HttpStatus.UNAUTHORIZED, "Please sign in", notSignedIn.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notThere(NotFound notFound) {
        return problem(HttpStatus.NOT_FOUND, "Not there", notFound.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notClean(FileNotClean fileNotClean) {
        return problem(HttpStatus.CONFLICT, "Not clean", fileNotClean.getMessage());
    }

    @ExceptionHandler({ConcurrencyFailureException.class, DataIntegrityViolationException.class})
    ProblemDetail overtaken(Exception overtaken) {
        return problem(HttpStatus.CONFLICT, "Overtaken", OVERTAKEN);
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable) {
        return UnreadableJson.of(unreadable)
                .map(place -> onField(HttpStatus.BAD_REQUEST, place.field(), ONE_OBJECT + " " + place.sentence()))
                .orElseGet(() -> onField(HttpStatus.BAD_REQUEST, "", ONE_OBJECT));
    }

    @ExceptionHandler
    ProblemDetail wrongParameter(MethodArgumentTypeMismatchException wrong) {
        return onField(
                HttpStatus.BAD_REQUEST, wrong.getName(), "“%s” cannot have this value.".formatted(wrong.getName()));
    }

    @ExceptionHandler
    ProblemDetail tooLarge(MaxUploadSizeExceededException tooLarge) {
        return onField(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "file",
                "The file is larger than 25 MB, or its name far too long. Please hand in a smaller copy.");
    }

    @ExceptionHandler({MultipartException.class, MissingServletRequestPartException.class})
    ProblemDetail noFile(Exception noFile) {
        return onField(
                HttpStatus.BAD_REQUEST,
                "file",
                "Please send one file in the form field “file”, under an ordinary name.");
    }

    private static ProblemDetail onField(HttpStatus status, String field, String sentence) {
        ProblemDetail problem = problem(status, "Something has to be mended", sentence);
        problem.setProperty("errors", List.of(new BadInput.Problem(field, sentence)));
        return problem;
    }

    private static ProblemDetail problem(HttpStatus status, String title, @Nullable String sentence) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setType(URI.create("about:blank"));
        problem.setTitle(title);
        return problem;
    }
}
