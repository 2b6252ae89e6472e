package org.clearancedesk.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The people whom the desk knows. */
public interface UserDirectory {

    /** Whoever has that user name and password; empty when nobody has. */
    Optional<Caller> signIn(String user, String password);

    /** The user with the groups that they are in now; empty when there is no such user. */
    Optional<Caller> find(String user);

    /** Their e-mail address; empty when the desk knows none. */
    Optional<String> emailOf(String user);

    /** The people of a group who have an e-mail address, in the order of their names. */
    List<Contact> members(DeskGroup group);

    /** Whether anybody has this e-mail address, however it is written. */
    boolean hasOwner(String address);

    /** The productions that have people, each by its {@link org.clearancedesk.production.ProductionCode key}. */
    Set<String> productions();
}
