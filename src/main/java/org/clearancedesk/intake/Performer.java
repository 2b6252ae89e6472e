package org.clearancedesk.intake;

import org.jspecify.annotations.Nullable;

/**
 * A person whose performance, likeness or voice is concerned, or a represented craft without a single performer.
 *
 * @param name the person's name; for {@link Role#CRAFT} the craft
 * @param union the union or guild that represents them, if any
 * @param representative agent, guardian or estate; required for the dead and for minors
 * @param use what exactly would be done
 */
public record Performer(String name, Role role, @Nullable String union, @Nullable String representative, String use) {

    private static final String HIDDEN = "Confidential";

    /** In what capacity somebody is concerned. */
    public enum Role {
        PRINCIPAL,
        BACKGROUND,
        DECEASED,
        MINOR,
        REAL_PERSON,
        SYNTHETIC,
        CRAFT
    }

    /** The same place in the request without the person. A craft is nobody's secret. */
    Performer disguised(int place) {
        return role == Role.CRAFT
                ? new Performer(name, role, union, representative == null ? null : HIDDEN, HIDDEN)
                : new Performer("Person " + place, role, null, HIDDEN, HIDDEN);
    }

    static Performer from(Fields fields) {
        Performer performer = new Performer(
                fields.text("name", Fields.SHORT_TEXT),
                fields.choice("role", Role.class),
                fields.optionalText("union", Fields.SHORT_TEXT),
                fields.optionalText("representative", Fields.SHORT_TEXT),
                fields.text("use", 1000));
        if (performer.representative == null && performer.role == Role.DECEASED) {
            fields.refuse("representative", "Please name who speaks for the estate; a dead person cannot consent.");
        }
        if (performer.representative == null && performer.role == Role.MINOR) {
            fields.refuse("representative", "Please name the parent or guardian; a minor cannot consent alone.");
        }
        return performer;
    }
}
