package org.clearancedesk.people.signin;

import java.util.List;

/** The people of the demo. There is such a thing in the profile {@code demo} only. */
public interface DemoAccounts {

    /** In the order in which a request meets them. */
    List<DemoAccount> all();
}
