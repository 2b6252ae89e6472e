package org.clearancedesk.evidence;

import java.util.Map;
import org.clearancedesk.register.CaseEvents;
import org.clearancedesk.register.EventStore;
import org.clearancedesk.register.EventType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes into the record of a case what became of its files, in the caller's transaction. */
@Component
@Transactional
public class EvidenceEvents {

    private final EventStore events;

    EvidenceEvents(EventStore events) {
        this.events = events;
    }

    void added(String number, String by, Map<String, ?> file) {
        events.append(number, EventType.EVIDENCE_ADDED, by, file, null);
    }

    /** Notes that somebody tried to hand in a file with a virus; its content is nowhere kept. */
    void refused(String number, String by, Map<String, ?> file) {
        events.append(number, EventType.EVIDENCE_REFUSED, by, file, null);
    }

    /** Notes what a scanner said of a file that had been handed in before. */
    void scanned(String number, Map<String, ?> file) {
        events.append(number, EventType.EVIDENCE_SCANNED, CaseEvents.DESK, file, null);
    }

    /** Notes that a reviewer was shown a file that came in after the review had begun. */
    public void seen(String number, String by, String id, String name) {
        events.append(number, EventType.EVIDENCE_SEEN, by, Map.of("id", id, "name", name), null);
    }
}
