package org.clearancedesk.desk;

import java.util.List;
import org.clearancedesk.access.Caller;
import org.clearancedesk.access.CurrentCaller;
import org.clearancedesk.access.DeskGroup;
import org.clearancedesk.access.NotAllowed;
import org.clearancedesk.evidence.ReviewedFiles;
import org.clearancedesk.evidence.ReviewedFiles.Late;
import org.clearancedesk.register.ApprovalRecord;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.Register;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets legal say that it was shown a file that came in after its review, so that the case can be decided. */
@Component
class LateFiles {

    private final CaseDoor door;
    private final ReviewedFiles reviewed;
    private final ApprovalRecord record;
    private final Register register;
    private final CurrentCaller caller;

    LateFiles(CaseDoor door, ReviewedFiles reviewed, ApprovalRecord record, Register register, CurrentCaller caller) {
        this.door = door;
        this.reviewed = reviewed;
        this.record = record;
        this.register = register;
        this.caller = caller;
    }

    /** Those of a case that the caller is to look at. */
    List<Late> of(ClearanceCase shown) {
        return mayLookAt(shown, caller.get()) ? reviewed.unseen(shown) : List.of();
    }

    /**
     * Notes that the caller was shown a file; a second time changes nothing.
     *
     * @throws NotAllowed when they are not of legal, or sent the request
     */
    @Transactional
    public void seen(String number, String id) {
        ClearanceCase about = door.open(number);
        if (!mayLookAt(about, caller.get())) {
            throw new NotAllowed(
                    "Only somebody of legal who did not send the request says that legal was shown a file.");
        }
        record.lock(number);
        reviewed.unseen(door.open(number)).stream()
                .filter(late -> late.id().equals(id))
                .forEach(late -> register.evidenceSeen(number, caller.get().user(), late.id(), late.name()));
    }

    private static boolean mayLookAt(ClearanceCase about, Caller person) {
        return person.isIn(DeskGroup.LEGAL) && !about.requester().equals(person.user());
    }
}
