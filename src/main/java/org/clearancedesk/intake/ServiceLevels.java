package org.clearancedesk.intake;

/** The service levels of the decision model now in force. */
public interface ServiceLevels {

    ServiceLevel of(Tier tier, Step step);
}
