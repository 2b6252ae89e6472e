package org.clearancedesk.signature;

/** Signs texts, so that a program can check where they come from. */
public interface Seal {

    /** A compact JWS (RFC 7515) over the text in UTF-8; its header names the key ({@code kid}). */
    String sign(String text);

    /** The public keys as a JSON Web Key Set (RFC 7517). */
    String publicKeys();
}
