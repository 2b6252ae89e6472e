package org.clearancedesk.notice;

import java.util.List;
import org.clearancedesk.intake.Finding;
import org.clearancedesk.intake.Tier;
import org.jspecify.annotations.Nullable;

/**
 * What mails say of a case.
 *
 * @param requester the user's id
 * @param netflixContacts e-mail addresses; more than one when the contact has left the desk
 * @param informOnly whether the guidelines ask only that the contact is informed, so that nobody has to wait
 * @param letter the number of the written approval; null when there is none
 * @param confidential whether mails say nothing that could give the case away; everything else here is disguised already
 */
public record CaseSummary(
        String number,
        String title,
        String production,
        String tool,
        String description,
        String requester,
        List<String> netflixContacts,
        Tier tier,
        boolean informOnly,
        List<Finding> findings,
        @Nullable String letter,
        boolean confidential) {

    /** The title as mails show it, in one line. */
    String shownTitle() {
        return PlainText.line(title);
    }

    /** The production as mails show it, in one line. */
    String shownProduction() {
        return PlainText.line(production);
    }
}
