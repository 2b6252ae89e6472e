package org.clearancedesk.triage;

import org.clearancedesk.request.Facts;

/** Triages facts with the decision model now in force; stores nothing. */
public interface Guidelines {

    Triage triage(Facts facts);
}
