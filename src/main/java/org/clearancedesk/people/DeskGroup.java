package org.clearancedesk.people;

import java.util.Arrays;
import java.util.Optional;
import org.clearancedesk.intake.Step;
import org.jspecify.annotations.Nullable;

/** The groups that the desk knows, and the step that each one answers for. */
public enum DeskGroup {
    REQUESTERS("requesters", "Requesters", null),
    NETFLIX_CONTACTS("netflix-contacts", "Netflix contacts", Step.ASSESS_ESCALATED_USE),
    LEGAL("legal", "Legal", Step.REVIEW_LEGAL_EXPOSURE),
    TALENT_RELATIONS("talent-relations", "Talent relations", Step.CONFIRM_CONSENT),
    APPROVERS("approvers", "Approvers", Step.APPROVE_IN_WRITING),
    ADMINS("camunda-admin", "Administrators", null);

    private final String id;
    private final String label;
    private final @Nullable Step step;

    DeskGroup(String id, String label, @Nullable Step step) {
        this.id = id;
        this.label = label;
        this.step = step;
    }

    public String id() {
        return id;
    }

    /** The group's name for people. */
    public String label() {
        return label;
    }

    /** The group that answers for a step; empty for those that are the requester's own. */
    public static Optional<DeskGroup> of(Step step) {
        if (step == Step.DECIDE_ON_HOLD) {
            return Optional.of(LEGAL);
        }
        return Arrays.stream(values()).filter(group -> group.step == step).findFirst();
    }

    /** Whether the people of a group have a say in the cases of others. */
    public static boolean decides(String id) {
        return Arrays.stream(values()).anyMatch(group -> group.step != null && group.id.equals(id));
    }

    public static boolean isKnown(String id) {
        return Arrays.stream(values()).anyMatch(group -> group.id.equals(id));
    }
}
