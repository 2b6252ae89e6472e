package org.clearancedesk.people.signin;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** What every request passes, whoever it comes from and however they sign in. */
public interface WebSecurityRules {

    /** Adds its rules to the one chain of filters. */
    void open(HttpSecurity http) throws Exception;
}
