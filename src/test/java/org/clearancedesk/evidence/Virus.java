package org.clearancedesk.evidence;

import java.nio.charset.StandardCharsets;

/** The harmless text that every scanner calls a virus; in parts, so that none stops at this file. */
public final class Virus {

    public static final byte[] CONTENT = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-"
                    + "FILE!$H+H*")
            .getBytes(StandardCharsets.US_ASCII);

    private Virus() {}
}
