package org.clearancedesk.signature;

/** Signs PDFs, so that anybody's reader can check where they come from. */
public interface PdfSeal {

    /**
     * A PAdES signature at level B, or T where a time-stamp authority is set.
     *
     * @throws NotSigned when the key or the time-stamp authority does not do its part
     */
    byte[] sign(byte[] pdf);

    /** The name that the signature bears. */
    String signedBy();

    /** Whether a key of the desk signed the whole of this PDF, and nothing was added. Never throws. */
    boolean holds(byte[] pdf);
}
