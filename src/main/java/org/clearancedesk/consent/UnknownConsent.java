package org.clearancedesk.consent;

/** There is no such consent, or it is not for the eyes of whoever asked; the two look alike on purpose. */
public final class UnknownConsent extends RuntimeException {

    public UnknownConsent() {
        super("There is no such consent that you can see. Please look for it in the list.");
    }
}
