package org.clearancedesk.review;

import java.util.Optional;

/** The agreements that the desk knows. */
public interface Agreements {

    Optional<Agreement> find(String name, String version);
}
