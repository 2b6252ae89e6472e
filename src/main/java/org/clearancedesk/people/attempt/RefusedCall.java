package org.clearancedesk.people.attempt;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What may be kept of the call that this thread is about to refuse. */
record RefusedCall(String route, @Nullable String number, @Nullable String address) {

    private static final AddressPseudonyms PSEUDONYMS = new AddressPseudonyms();
    private static final String NOTED = RefusedCall.class.getName();
    private static final SecurityContextRepository SIGN_INS = new DelegatingSecurityContextRepository(
            new RequestAttributeSecurityContextRepository(), new HttpSessionSecurityContextRepository());

    static RefusedCall current() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes call) {
            HttpServletRequest request = call.getRequest();
            return new RefusedCall(
                    CalledRoute.of(request),
                    CalledRoute.numberIn(request).orElse(null),
                    PSEUDONYMS.of(String.valueOf(request.getRemoteAddr())));
        }
        return new RefusedCall("inside the desk", null, null);
    }

    /** Whether nothing was noted of the call of this thread so far; from now on something is. */
    static boolean isFirstNote() {
        RequestAttributes call = RequestContextHolder.getRequestAttributes();
        boolean first = call == null || call.getAttribute(NOTED, RequestAttributes.SCOPE_REQUEST) == null;
        if (call != null) {
            call.setAttribute(NOTED, true, RequestAttributes.SCOPE_REQUEST);
        }
        return first;
    }

    static @Nullable String whoIsSignedIn() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes call) {
            // Before the sign-in is looked at, or after.
            signedIn = SIGN_INS.loadDeferredContext(call.getRequest()).get().getAuthentication();
        }
        return signedIn == null || signedIn instanceof AnonymousAuthenticationToken ? null : signedIn.getName();
    }
}
