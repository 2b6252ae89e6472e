package org.clearancedesk.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Consent is given and taken back by name, so one name stands for one person or craft, in letters of one script. */
final class PerformerNames {

    private static final String NAMED_TWICE =
            "“%s” is named twice. Please describe every use in one row, or tell the two apart.";

    private static final String MIXED =
            "“%s” mixes letters of two scripts, such as Latin and Cyrillic ones that look the same. Please type the name in one script.";

    private PerformerNames() {}

    /** Refuses each name that stands for somebody else already, however it is spelled, or that mixes scripts. */
    static void check(List<Performer> performers, Fields fields) {
        Set<NameKey> names = new HashSet<>();
        for (int i = 0; i < performers.size(); i++) {
            String name = performers.get(i).name();
            String field = "performers[%d].name".formatted(i);
            if (!name.isEmpty() && !names.add(NameKey.of(name))) {
                fields.refuse(field, NAMED_TWICE.formatted(name));
            } else if (Scripts.areMixedIn(name)) {
                fields.refuse(field, MIXED.formatted(name));
            }
        }
    }
}
