package org.clearancedesk.people;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Tells who is signed in, with the groups that they are in. An HTTP call reads them once, so that all its parts see the same
 * rights; the next call, and whatever is no call, reads them anew.
 */
@Component
public class CurrentCaller {

    private static final String CALL = CurrentCaller.class.getName();

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
        return named(signedIn.getName())
                .orElseThrow(() -> new InsufficientAuthenticationException("Please sign in again."));
    }

    /** Begins an HTTP call: from here to its end, whoever makes it is read once. */
    public void begin() {
        @Nullable RequestAttributes call = RequestContextHolder.getRequestAttributes();
        if (call != null) {
            call.setAttribute(CALL, new AtomicReference<Caller>(), RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** The person whom the call that is under way is made by; empty when there is no such user any more. */
    public Optional<Caller> named(String user) {
        @Nullable AtomicReference<Caller> call = call();
        @Nullable Caller known = call == null ? null : call.get();
        if (known != null && known.user().equals(user)) {
            return Optional.of(known);
        }
        Optional<Caller> found = userDirectory.find(user);
        found.ifPresent(this::remember);
        return found;
    }

    /** Says who makes the call that is under way, as just read or changed; what was known of them before no longer counts. */
    public void remember(Caller person) {
        @Nullable AtomicReference<Caller> call = call();
        if (call != null) {
            call.set(person);
        }
    }

    @SuppressWarnings("unchecked")
    private static @Nullable AtomicReference<Caller> call() {
        @Nullable RequestAttributes call = RequestContextHolder.getRequestAttributes();
        return call == null ? null : (AtomicReference<Caller>) call.getAttribute(CALL, RequestAttributes.SCOPE_REQUEST);
    }
}
