package org.clearancedesk.desk;

import org.clearancedesk.access.Caller;
import org.clearancedesk.access.CurrentCaller;
import org.clearancedesk.access.DeskGroup;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the bar at the top of the pages shows: who is signed in, and where they may go. */
@ControllerAdvice(assignableTypes = {Pages.class, ConsentPages.class})
class Navigation {

    private final CurrentCaller caller;

    Navigation(CurrentCaller caller) {
        this.caller = caller;
    }

    @ModelAttribute
    void top(Model model) {
        Caller person = caller.get();
        model.addAttribute("user", person.user());
        model.addAttribute("seesConsents", person.isIn(DeskGroup.TALENT_RELATIONS) || person.isIn(DeskGroup.ADMINS));
    }
}
