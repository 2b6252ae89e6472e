package org.clearancedesk.workflow;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.clearancedesk.access.Caller;
import org.springframework.stereotype.Component;

/** Lets the engine work on behalf of a person, with their groups and no more rights than they have. */
@Component
class OnBehalf {

    private final IdentityService identity;

    OnBehalf(IdentityService identity) {
        this.identity = identity;
    }

    <T> T of(Caller person, Supplier<T> work) {
        try {
            identity.setAuthentication(person.user(), List.copyOf(person.groups()));
            return work.get();
        } finally {
            identity.clearAuthentication();
        }
    }
}
