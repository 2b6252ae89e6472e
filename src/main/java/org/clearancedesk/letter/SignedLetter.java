package org.clearancedesk.letter;

import java.time.LocalDate;

/**
 * A letter that is signed and not yet on record.
 *
 * @param round the round of the case that it speaks of
 */
public record SignedLetter(IssuedLetter issued, String caseNumber, LocalDate validUntil, int round) {}
