package org.clearancedesk.intake;

/**
 * One line of the guidelines that applies to a request.
 *
 * @param clause the clause id of the guidance, such as {@code P1} or {@code G_FINAL}
 * @param union whether consent of performers or a represented craft is concerned
 * @param reason a sentence that a requester can read
 */
public record Finding(String clause, Tier tier, boolean union, String reason) {}
