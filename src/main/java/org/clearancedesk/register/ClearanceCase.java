package org.clearancedesk.register;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.clearancedesk.intake.Tier;
import org.jspecify.annotations.Nullable;

/**
 * One case as the register knows it.
 *
 * @param contactUser whose address the contact's was when it was named; null when it was that of no account
 * @param tier null until the first triage
 * @param round how often the request was sent, 1 for the first time
 * @param codeName under which a confidential case is known to whoever does not work on it; null when it is not confidential
 * @param disguised whether title and production are replaced, because whoever reads does not work on the case
 * @param requestDigest SHA-256 of the request as last submitted, as everybody may see it, canonical JSON, hexadecimal
 * @param triageDigest SHA-256 of the last triage, likewise; null until the first
 * @param lastSequence how many events there are; 0 when disguised
 * @param lastHash the hash of the last event: the digest of the whole record; the start of every chain when disguised
 */
public record ClearanceCase(
        String number,
        String title,
        @Nullable String codeName,
        boolean disguised,
        String productionCode,
        String productionTitle,
        String requester,
        String netflixContact,
        @JsonIgnore @Nullable String contactUser,
        Status status,
        @Nullable Tier tier,
        @Nullable String guidelineVersion,
        int round,
        Instant submittedAt,
        Instant changedAt,
        String requestDigest,
        @Nullable String triageDigest,
        int lastSequence,
        String lastHash) {}
