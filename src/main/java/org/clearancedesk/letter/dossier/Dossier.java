package org.clearancedesk.letter.dossier;

import java.time.Instant;
import java.util.List;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.intake.Triage;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.RoundOpinion;
import org.clearancedesk.register.StoredLetter;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a dossier tells of a case.
 *
 * @param request as last sent
 * @param opinions of every round
 * @param proof what was found when the record was checked for this dossier, in sentences
 * @param at when it was made
 */
public record Dossier(
        ClearanceCase about,
        ClearanceRequest request,
        @Nullable Triage triage,
        List<RoundOpinion> opinions,
        @Nullable StoredLetter letter,
        List<FileLine> files,
        List<EventLine> events,
        List<String> proof,
        Instant at) {

    /** A file that proves something. */
    public record FileLine(
            String id, String name, String type, long size, String by, Instant at, String scan, String sha256) {}

    /** An event, in words and as it is chained. */
    public record EventLine(int sequence, String words, String by, Instant at, String hash) {}
}
