package org.clearancedesk.web;

import org.clearancedesk.consent.UnknownConsent;
import org.clearancedesk.people.NotAllowed;
import org.clearancedesk.people.RefusedAttempt.Kind;
import org.clearancedesk.people.RefusedAttempts;
import org.clearancedesk.register.UnknownCase;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Says on a page what {@link ApiErrorHandler} says to programs. It looks after every page there is, also those to come; what programs
 * call has been looked after before.
 */
@ControllerAdvice(basePackageClasses = PageErrorHandler.class)
@Order(PageErrorHandler.AFTER_PROGRAMS)
class PageErrorHandler {

    static final int AFTER_PROGRAMS = 100;

    private final RefusedAttempts attempts;

    PageErrorHandler(RefusedAttempts attempts) {
        this.attempts = attempts;
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String unknownCase(UnknownCase unknown, Model model) {
        attempts.record(Kind.HIDDEN_CASE, null);
        model.addAttribute("sentence", unknown.getMessage());
        return "problem";
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String unknownConsent(UnknownConsent unknown, Model model) {
        attempts.record(Kind.HIDDEN_CASE, null);
        model.addAttribute("sentence", unknown.getMessage());
        return "problem";
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String notThere(NotFound notFound, Model model) {
        model.addAttribute("sentence", notFound.getMessage());
        return "problem";
    }

    @ExceptionHandler({ConcurrencyFailureException.class, DataIntegrityViolationException.class})
    @ResponseStatus(HttpStatus.CONFLICT)
    String overtaken(Model model) {
        model.addAttribute("sentence", ApiErrorHandler.OVERTAKEN);
        return "problem";
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String notAllowed(NotAllowed notAllowed, Model model) {
        model.addAttribute("sentence", notAllowed.getMessage());
        return "problem";
    }
}
