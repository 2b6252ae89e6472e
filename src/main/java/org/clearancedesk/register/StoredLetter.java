package org.clearancedesk.register;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it was issued.
 *
 * @param validUntil the last day on which it holds; null when it holds for the production
 * @param digest SHA-256 of the PDF, hexadecimal
 * @param signedBy the name that the digital signature bears; null when there is none
 */
public record StoredLetter(
        String number,
        String caseNumber,
        Instant issuedAt,
        @Nullable LocalDate validUntil,
        String digest,
        @Nullable String signedBy) {}
