package org.clearancedesk.register;

import java.util.List;

/** Which processes act on a case; without them nothing happens to it any more. */
public interface CaseProcesses {

    /**
     * How many there are.
     *
     * @param requests processes that bring the request to its decision
     * @param approvals processes that look after the approval
     * @param stopped how many of both somebody has stopped
     */
    record Count(int requests, int approvals, int stopped) {}

    Count of(String number);

    /** Cases under way, and approvals in force or suspended, on which not exactly one process acts; the first ones of them. */
    List<String> withoutTheirs(int atMost);
}
