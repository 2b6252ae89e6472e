package org.clearancedesk.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.clearancedesk.intake.Performer.Role;
import org.jspecify.annotations.Nullable;

/**
 * An agreement under which people work, in one version, and what a consent needs under it.
 *
 * @param validUntil its last day; null when none is known
 * @param noticeHours how long before the use people are told; 0 when it asks for no notice
 * @param separateSignature whether a consent is signed or initialled apart from the general terms
 * @param unionNotice for whom the union is told separately
 * @param representative for whom somebody else consents
 * @param strike the strike that is called under it; null when there is none
 * @param note where this is from, and what a reviewer should know besides
 * @param fromVerified whether a source bears out its first day
 * @param untilVerified whether a source bears out its last day
 * @param suspendsOnStrike whether a strike suspends what was approved and needs consent under it
 */
public record Agreement(
        String id,
        String name,
        String version,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        int noticeHours,
        boolean separateSignature,
        Set<Role> unionNotice,
        Set<Role> representative,
        boolean compensation,
        boolean languages,
        boolean term,
        Minors minors,
        @Nullable Strike strike,
        String note,
        boolean fromVerified,
        boolean untilVerified,
        boolean suspendsOnStrike) {

    /** Whether minors can be replicated or altered under an agreement, given that a guardian consents. */
    public enum Minors {
        ALLOWED,
        /** Certain depictions are barred, so somebody has to say why this is none of them. */
        SOME_BARRED,
        BARRED
    }

    /** Who noted that a strike is called, when, and what they wrote. */
    public record Strike(String by, Instant at, String reason) {}

    /** What is asked as long as nobody has said which agreement governs: everything. */
    static final Agreement STRICTEST = new Agreement(
            "",
            "",
            "",
            LocalDate.MIN,
            null,
            48,
            true,
            Set.of(Role.DECEASED, Role.SYNTHETIC),
            Set.of(Role.DECEASED, Role.MINOR),
            true,
            true,
            true,
            Minors.SOME_BARRED,
            null,
            "",
            true,
            true,
            true);

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }
}
