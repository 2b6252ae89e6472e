package org.clearancedesk.intake;

import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address as the desk takes it: one mailbox in plain letters, with nothing around it. */
public final class EmailAddress {

    private static final int LONGEST = 254;

    // Nothing in it is tried twice, so the time it takes and the stack it needs do not grow with what somebody typed.
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++";
    private static final String LABEL = "[A-Za-z0-9]++(?:-++[A-Za-z0-9]++)*+";
    private static final Pattern WHOLE = Pattern.compile("%1$s(?:\\.%1$s)*+@%2$s(?:\\.%2$s)++".formatted(ATOM, LABEL));

    private EmailAddress() {}

    /** Whether a text is such an address. */
    public static boolean isOne(String text) {
        return text.length() <= LONGEST && WHOLE.matcher(text).matches();
    }

    /** What two spellings of one address have in common: capitals and blanks around it make no other one. */
    public static String keyOf(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether two texts are the same address. A letter outside of ASCII is never taken for one that looks like it. */
    public static boolean same(String one, String other) {
        return keyOf(one).equals(keyOf(other));
    }
}
