package org.clearancedesk.desk;

import org.clearancedesk.access.NotAllowed;
import org.clearancedesk.access.RefusedAttempt.Kind;
import org.clearancedesk.access.RefusedAttempts;
import org.clearancedesk.consent.UnknownConsent;
import org.clearancedesk.register.UnknownCase;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Says on a page what {@link Problems} says to programs. */
@ControllerAdvice(
        assignableTypes = {
            Pages.class,
            ApprovalPages.class,
            ConsentPages.class,
            ContactPage.class,
            RenewalPage.class,
            ScopeChangePage.class,
            VerifyPage.class
        })
class PageProblems {

    private final RefusedAttempts attempts;

    PageProblems(RefusedAttempts attempts) {
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
    String notThere(NotThere notThere, Model model) {
        model.addAttribute("sentence", notThere.getMessage());
        return "problem";
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String notAllowed(NotAllowed notAllowed, Model model) {
        attempts.record(Kind.NOT_ALLOWED, null);
        model.addAttribute("sentence", notAllowed.getMessage());
        return "problem";
    }
}
