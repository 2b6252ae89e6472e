package org.clearancedesk.audit;

/** Where the record of a case ended when a checkpoint was taken. */
record CheckpointedHead(String caseNumber, int checkpoint, int sequence, String hash) {

    /** What the checkpoint's tree holds of it. */
    String leaf() {
        return caseNumber + "\n" + sequence + "\n" + hash;
    }
}
