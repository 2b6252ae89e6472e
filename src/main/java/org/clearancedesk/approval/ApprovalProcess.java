package org.clearancedesk.approval;

import org.clearancedesk.request.BadInput;

/** The life of an approval after its letter; the process engine carries it. */
public interface ApprovalProcess {

    /**
     * Suspends an approval and asks legal to release or revoke it. Further holds come on top; it is in force again when all
     * are released.
     *
     * @throws BadInput when it is no longer in force or suspended
     */
    void hold(String caseNumber, Hold hold);

    /**
     * Ends an approval for good.
     *
     * @throws BadInput when it is no longer in force or suspended
     */
    void revoke(String caseNumber, String reason);
}
