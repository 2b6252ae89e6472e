package org.clearancedesk.web.register;

import java.util.List;
import org.clearancedesk.evidence.EvidenceEvents;
import org.clearancedesk.evidence.ReviewedFiles;
import org.clearancedesk.evidence.ReviewedFiles.Late;
import org.clearancedesk.people.Caller;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.people.DeskGroup;
import org.clearancedesk.people.NotAllowed;
import org.clearancedesk.register.ApprovalEvents;
import org.clearancedesk.register.CaseEvent;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.Status;
import org.clearancedesk.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a reviewer say that they were shown a file that came in after they had begun, so that the case can be decided. */
@Component
public class LateFiles {

    private final CaseAccess access;
    private final ReviewedFiles reviewed;
    private final ApprovalEvents record;
    private final EvidenceEvents evidenceEvents;
    private final CaseRepository cases;
    private final CurrentCaller caller;

    LateFiles(
            CaseAccess access,
            ReviewedFiles reviewed,
            ApprovalEvents record,
            EvidenceEvents evidenceEvents,
            CaseRepository cases,
            CurrentCaller caller) {
        this.access = access;
        this.reviewed = reviewed;
        this.record = record;
        this.evidenceEvents = evidenceEvents;
        this.cases = cases;
        this.caller = caller;
    }

    /** Those of a case that the caller is to look at; their own file somebody else looks at. */
    List<Late> of(ClearanceCase shown, List<CaseEvent> events) {
        Caller person = caller.get();
        return mayLookAt(shown, person) ? reviewed.unseen(shown, events, person.user()) : List.of();
    }

    /**
     * Notes that the caller was shown a file; a second time changes nothing.
     *
     * @throws NotFound when the case has no such file
     * @throws NotAllowed when it is not theirs to review, or they sent the request
     */
    @Transactional
    public void seen(String number, String id) {
        Caller person = caller.get();
        if (!mayLookAt(access.open(number), person)) {
            throw new NotAllowed("Only a reviewer who did not send the request says that they were shown a file.");
        }
        record.lock(number);
        List<CaseEvent> events = cases.events(number);
        if (!reviewed.isHandedIn(events, id)) {
            throw new NotFound("Request %s has no such file. Please check the link.".formatted(number));
        }
        reviewed.unseen(access.open(number), events, person.user()).stream()
                .filter(late -> late.id().equals(id))
                .forEach(late -> evidenceEvents.seen(number, person.user(), late.id(), late.name()));
    }

    private static boolean mayLookAt(ClearanceCase about, Caller person) {
        DeskGroup reviewers = about.status() == Status.ESCALATED ? DeskGroup.NETFLIX_CONTACTS : DeskGroup.LEGAL;
        return person.isIn(reviewers) && !about.requester().equals(person.user());
    }
}
