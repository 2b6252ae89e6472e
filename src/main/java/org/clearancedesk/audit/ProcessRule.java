package org.clearancedesk.audit;

import java.util.ArrayList;
import java.util.List;
import org.clearancedesk.register.CaseProcesses.Count;
import org.clearancedesk.register.Status;

/** Which processes a case has while it stands where it stands, and what is wrong when it has others. */
final class ProcessRule {

    private ProcessRule() {}

    /**
     * The faults, each as a sentence.
     *
     * @param approval whether it has an approval; those from before the process of approvals have none
     * @param closedOut whether its use is closed out
     */
    static List<String> faults(Status status, boolean approval, boolean closedOut, Count count) {
        List<String> faults = new ArrayList<>();
        if (!status.isFinal() && count.requests() == 0) {
            faults.add("The request has no process any more: nobody can decide it.");
        }
        if (count.requests() > 1) {
            faults.add("%d processes act on the request; there must be one.".formatted(count.requests()));
        }
        boolean inForce = approval && (status == Status.APPROVED || status == Status.SUSPENDED);
        boolean toCloseOut = approval && status == Status.EXPIRED && !closedOut;
        if (count.approvals() == 0 && inForce) {
            faults.add("The approval has no process any more: nothing suspends it, and it never ends.");
        }
        if (count.approvals() == 0 && toCloseOut) {
            faults.add("The approval has no process any more: its use can no longer be closed out.");
        }
        if (count.approvals() > 1) {
            faults.add("%d processes act on the approval; there must be one.".formatted(count.approvals()));
        } else if (count.approvals() == 1 && !inForce && !toCloseOut) {
            faults.add("A process of an approval acts on it, but there is no approval in force.");
        }
        if (count.stopped() > 0) {
            faults.add(
                    inForce
                            ? "The process of the approval is stopped: nothing suspends it, and it never ends."
                            : "Its process is stopped, so nothing happens to it any more.");
        }
        return faults;
    }
}
