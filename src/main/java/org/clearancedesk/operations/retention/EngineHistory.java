package org.clearancedesk.operations.retention;

/** What the engine remembers of a case besides the register, and forgets after its time to live. */
public interface EngineHistory {

    /** From now on nothing of the case is forgotten. */
    void keep(String number);

    /** The time to live counts again, from the end of each instance. */
    void release(String number);
}
