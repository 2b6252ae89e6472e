package org.clearancedesk.access;

import java.util.Optional;

/** The people whom the desk knows. */
public interface Directory {

    /** Whoever has that user name and password; empty when nobody has. */
    Optional<Caller> signIn(String user, String password);

    /** The user with the groups that they are in now; empty when there is no such user. */
    Optional<Caller> find(String user);
}
