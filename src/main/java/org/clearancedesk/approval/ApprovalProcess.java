package org.clearancedesk.approval;

import org.clearancedesk.intake.BadInput;

/** The life of an approval after its letter; the process engine carries it. */
public interface ApprovalProcess {

    /**
     * Suspends an approval and asks legal to release or revoke it. Further suspensions come on top; it is in force again
     * when all are released.
     *
     * @throws BadInput when it is no longer in force or suspended
     */
    void suspend(String caseNumber, Suspension suspension);

    /**
     * Ends an approval for good, on behalf of whoever is signed in.
     *
     * @throws BadInput when it is no longer in force or suspended, or this person may not
     */
    void revoke(String caseNumber, String reason);

    /**
     * Waives a condition on behalf of whoever is signed in.
     *
     * @param position counted from 1
     * @throws BadInput when it does not wait any more, or this person may not
     */
    void waive(String caseNumber, int position, String reason);
}
