package org.clearancedesk.process;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.clearancedesk.people.Caller;
import org.springframework.stereotype.Component;

/** Lets the engine work on behalf of a person, with their groups and no more rights than they have. */
@Component
public class EngineIdentity {

    private final IdentityService identity;

    EngineIdentity(IdentityService identity) {
        this.identity = identity;
    }

    public <T> T of(Caller person, Supplier<T> work) {
        try {
            identity.setAuthentication(person.user(), List.copyOf(person.groups()));
            return work.get();
        } finally {
            identity.clearAuthentication();
        }
    }
}
