package org.clearancedesk.people.attempt;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clearancedesk.people.RefusedAttempt;
import org.clearancedesk.people.RefusedAttempt.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.actuate.audit.AuditEventRepository;
import org.springframework.boot.actuate.security.AuthenticationAuditListener;
import org.springframework.stereotype.Component;

/** Brings what Spring Security tells about failed sign-ins to the list of refused attempts; the rest stands there already. */
@Component
class SignInFailureListener implements AuditEventRepository {

    private static final int AT_MOST = 1_000;

    private final AttemptLog attempts;

    SignInFailureListener(AttemptLog attempts) {
        this.attempts = attempts;
    }

    @Override
    public void add(AuditEvent event) {
        if (event.getType().equals(AuthenticationAuditListener.AUTHENTICATION_FAILURE)) {
            attempts.recordSignIn(Kind.SIGN_IN_FAILED, event.getPrincipal());
        }
    }

    @Override
    public List<AuditEvent> find(@Nullable String principal, @Nullable Instant after, @Nullable String type) {
        return attempts.newest(0, AT_MOST).stream()
                .filter(attempt -> principal == null || principal.equals(attempt.who()))
                .filter(attempt -> after == null || attempt.at().isAfter(after))
                .filter(attempt -> type == null || type.equals(attempt.kind().name()))
                .map(SignInFailureListener::event)
                .toList();
    }

    private static AuditEvent event(RefusedAttempt attempt) {
        Map<String, Object> data = new TreeMap<>(Map.of("route", attempt.route()));
        if (attempt.number() != null) {
            data.put("number", attempt.number());
        }
        if (attempt.address() != null) {
            data.put("address", attempt.address());
        }
        return new AuditEvent(attempt.at(), attempt.who(), attempt.kind().name(), data);
    }
}
