package org.clearancedesk.triage;

/** The service levels of the decision model now in force. */
public interface ServiceLevels {

    ServiceLevel of(Tier tier, Step step);
}
