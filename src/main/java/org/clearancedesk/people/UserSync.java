package org.clearancedesk.people;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The desk's own copy of the people whom the identity provider let in: for names, mails and memberships, never a password. */
public interface UserSync {

    /** Whether somebody has this user name, in whatever case it is written. */
    boolean knows(String user);

    /**
     * Makes the copy say exactly this.
     *
     * @param groups all that the person is in; they leave every other one
     */
    void keep(String user, String firstName, String lastName, @Nullable String email, Set<String> groups);
}
