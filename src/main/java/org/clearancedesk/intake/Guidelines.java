package org.clearancedesk.intake;

/** Triages facts with the decision model now in force; stores nothing. */
public interface Guidelines {

    Triage triage(Facts facts);
}
