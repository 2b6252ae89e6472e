package org.clearancedesk.access;

/** Something that one node does after the other. */
public record Turn(String name) {

    /** What a desk does with the database before it is open. */
    public static final Turn START = new Turn("start");

    private static final int SESSIONS = 8;

    /** Looking after a session; few enough of them that waiting for one never takes up all connections. */
    static Turn ofSession(String id) {
        return new Turn("session-" + Math.floorMod(id.hashCode(), SESSIONS));
    }
}
