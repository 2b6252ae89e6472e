package org.clearancedesk.register;

/** There is no such case, or it is not for the eyes of whoever asked; the two look alike on purpose. */
public final class UnknownCase extends RuntimeException {

    public UnknownCase(String number) {
        super("There is no request “%s” that you can see. Please check the number.".formatted(number));
    }
}
