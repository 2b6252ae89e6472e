package org.clearancedesk.signature;

import org.jspecify.annotations.Nullable;

/** Nothing was signed. The message is a sentence for whoever looks after the desk; trying again works once it is mended. */
public final class NotSigned extends RuntimeException {

    NotSigned(String sentence) {
        super(sentence);
    }

    NotSigned(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
