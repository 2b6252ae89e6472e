package org.clearancedesk.people;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells who is signed in, with the groups that they are in at this moment. */
@Component
public class CurrentCaller {

    private final UserDirectory userDirectory;

    CurrentCaller(UserDirectory userDirectory) {
        this.userDirectory = userDirectory;
    }

    /** @throws InsufficientAuthenticationException when nobody is, or the user was removed meanwhile */
    public Caller get() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || signedIn instanceof AnonymousAuthenticationToken || !signedIn.isAuthenticated()) {
            throw new InsufficientAuthenticationException("Please sign in.");
        }
        return userDirectory
                .find(signedIn.getName())
                .orElseThrow(() -> new InsufficientAuthenticationException("Please sign in again."));
    }
}
