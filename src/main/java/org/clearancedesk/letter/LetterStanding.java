package org.clearancedesk.letter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All that anybody may know of a letter who knows its number.
 *
 * @param issuedOn null when there is no such letter, like everything below
 * @param validUntil the last day on which it holds; null also in letters from before each had one
 * @param digest SHA-256 of the PDF, hexadecimal
 */
public record LetterStanding(
        String letter,
        LetterState state,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate validUntil,
        @Nullable String digest) {}
