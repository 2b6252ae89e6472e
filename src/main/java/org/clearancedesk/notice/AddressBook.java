package org.clearancedesk.notice;

import java.util.List;
import java.util.Optional;

/** The e-mail addresses of the people who use the desk. */
public interface AddressBook {

    /** @return empty when the user is unknown or has no address */
    Optional<String> emailOf(String user);

    /** @return the addresses of those members who have one */
    List<String> emailsOf(String group);
}
