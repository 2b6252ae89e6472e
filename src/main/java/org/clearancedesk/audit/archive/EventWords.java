package org.clearancedesk.audit.archive;

import org.clearancedesk.register.CaseEvent;

/** Tells an event in a few words for people. */
public interface EventWords {

    String of(CaseEvent event);
}
