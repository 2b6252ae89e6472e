package org.clearancedesk.web;

import jakarta.servlet.http.HttpServletRequest;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.DeskGroup;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** What the bar at the top of the pages shows: who is signed in, and where they may go. */
@ControllerAdvice(basePackageClasses = Navigation.class)
class Navigation {

    private final CurrentCaller caller;

    Navigation(CurrentCaller caller) {
        this.caller = caller;
    }

    @ModelAttribute
    void top(HttpServletRequest request, Model model) {
        if (request.getUserPrincipal() == null
                || !(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
                        instanceof HandlerMethod handler)
                || !isPage(handler.getBeanType())) {
            return;
        }
        Caller person = caller.get();
        model.addAttribute("user", person.user());
        model.addAttribute("seesConsents", person.isIn(DeskGroup.TALENT_RELATIONS) || person.isIn(DeskGroup.ADMINS));
    }

    /** What says that something went wrong must not depend on what may have gone wrong. */
    private static boolean isPage(Class<?> type) {
        return !AnnotatedElementUtils.hasAnnotation(type, RestController.class)
                && !ErrorController.class.isAssignableFrom(type);
    }
}
