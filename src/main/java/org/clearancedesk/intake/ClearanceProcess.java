package org.clearancedesk.intake;

/** The road that a request takes. */
public interface ClearanceProcess {

    /**
     * Sends a request of whoever is signed in on its road, in one transaction: it is registered and triaged, or nothing of
     * it is stored.
     *
     * @return the number that it got
     * @throws BadInput when it cannot be taken
     */
    String start(ClearanceRequest request);

    /**
     * Ends a request that is not decided yet.
     *
     * @throws BadInput when there is nothing left to withdraw
     */
    void withdraw(String number, String reason);

    /** Lets a disclosure that was given up be tried again, because its contact is another now. */
    void tryToDiscloseAgain(String number);
}
