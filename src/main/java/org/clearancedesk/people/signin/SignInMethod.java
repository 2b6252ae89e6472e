package org.clearancedesk.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** How people and programs prove who they are: with a password to the desk, or at the studio's identity provider. */
public interface SignInMethod {

    /** Adds itself to the one chain of filters. */
    void open(HttpSecurity http) throws Exception;

    /**
     * Where signing in begins; empty when the desk itself asks for name and password.
     *
     * @throws SignInRefused when nobody answers there
     */
    Optional<String> signInAddress();

    /** Where somebody who has signed out here goes on to, once; empty when there is nothing left to end. */
    Optional<String> farewell(HttpServletRequest request);
}
