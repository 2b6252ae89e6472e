package org.clearancedesk.access.door;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What may be kept of the call that this thread is about to refuse. */
record RefusedCall(String route, @Nullable String number, @Nullable String address) {

    private static final Pseudonyms PSEUDONYMS = new Pseudonyms();

    static RefusedCall current() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes call) {
            HttpServletRequest request = call.getRequest();
            return new RefusedCall(
                    Route.of(request),
                    Route.numberIn(request).orElse(null),
                    PSEUDONYMS.of(String.valueOf(request.getRemoteAddr())));
        }
        return new RefusedCall("inside the desk", null, null);
    }

    static @Nullable String whoIsSignedIn() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn == null || signedIn instanceof AnonymousAuthenticationToken ? null : signedIn.getName();
    }
}
