package org.clearancedesk.web;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.clearancedesk.intake.BadInput;

/** What a list can be asked for; whatever else stands in the address is refused, so that nobody takes it for done. */
public record KnownParameters(Set<String> names) {

    /** @throws BadInput naming each that is not known */
    public void requireNoOther(Collection<String> given) {
        List<BadInput.Problem> unknown = given.stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .map(name -> new BadInput.Problem(
                        name,
                        "“%s” is not something that this list can be asked for. It knows: %s."
                                .formatted(
                                        name,
                                        String.join(
                                                ", ", names.stream().sorted().toList()))))
                .toList();
        if (!unknown.isEmpty()) {
            throw new BadInput(unknown);
        }
    }
}
