package org.clearancedesk.operations.lock;

/** Something that one node does after the other. */
public record Turn(String name) {

    /** What a desk does with the database before it is open. */
    public static final Turn START = new Turn("start");

    /** Bringing on cases that could not pass to a newer model at the start. */
    public static final Turn MIGRATION = new Turn("migration");

    /** Seeing to it that the engine forgets nothing of a case on legal hold. */
    public static final Turn CASE_HISTORY = new Turn("case-history");

    private static final int SESSIONS = 8;

    /** Looking after a session; few enough of them that waiting for one never takes up all connections. */
    public static Turn ofSession(String id) {
        return new Turn("session-" + Math.floorMod(id.hashCode(), SESSIONS));
    }
}
