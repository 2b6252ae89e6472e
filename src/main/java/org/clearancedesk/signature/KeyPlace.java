package org.clearancedesk.signature;

import java.security.KeyStore;
import java.time.Instant;

/** Where keys lie. */
sealed interface KeyPlace permits KeyFile, OwnKeyFile, SecurityToken {

    /**
     * @param now makes a key that is missing valid from then on, where the place makes its own
     * @throws NotSigned when they cannot be read, with a sentence that says what to mend
     */
    KeyStore open(Instant now);

    char[] password();

    /** Another value when what lies there was changed. */
    long version();
}
