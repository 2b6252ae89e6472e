package org.clearancedesk.access;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells who is signed in, with the groups that they are in at this moment. */
@Component
public class CurrentCaller {

    private final Directory directory;

    CurrentCaller(Directory directory) {
        this.directory = directory;
    }

    /** @throws InsufficientAuthenticationException when nobody is, or the user was removed meanwhile */
    public Caller get() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || signedIn instanceof AnonymousAuthenticationToken || !signedIn.isAuthenticated()) {
            throw new InsufficientAuthenticationException("Please sign in.");
        }
        return directory
                .find(signedIn.getName())
                .orElseThrow(() -> new InsufficientAuthenticationException("Please sign in again."));
    }
}
