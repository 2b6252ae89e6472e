package org.clearancedesk.web.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.clearancedesk.people.signin.DemoAccounts;
import org.clearancedesk.people.signin.SignInMethod;
import org.clearancedesk.people.signin.SignInRefused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where everybody comes in, and comes to after signing out. */
@Controller
class SignInPage {

    private final SignInMethod way;
    private final ObjectProvider<DemoAccounts> demo;

    SignInPage(SignInMethod way, ObjectProvider<DemoAccounts> demo) {
        this.way = way;
        this.demo = demo;
    }

    @GetMapping("/login")
    String show(HttpServletRequest request, HttpServletResponse response, Model model) {
        boolean signedOut = request.getParameter("out") != null;
        Optional<String> farewell = signedOut ? way.farewell(request) : Optional.empty();
        if (farewell.isPresent()) {
            return "redirect:" + farewell.get();
        }
        try {
            Optional<String> signInAddress = way.signInAddress();
            if (request.getAttribute(SignInRefused.ATTRIBUTE) instanceof SignInRefused refused) {
                model.addAttribute("refusal", refused.getMessage());
            } else if (signInAddress.isPresent() && !signedOut) {
                return "redirect:" + signInAddress.get();
            }
            signInAddress.ifPresent(address -> model.addAttribute("signInAddress", address));
        } catch (SignInRefused nobodyAnswers) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            model.addAttribute("signInAddress", "/login");
            model.addAttribute("refusal", nobodyAnswers.getMessage());
        }
        demo.ifAvailable(accounts -> model.addAttribute("demoAccounts", accounts.all()));
        return "sign-in";
    }
}
