package org.clearancedesk.trace;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The id of the call that caused what is being done: the same in the answer, in every log line, and in the mails that go
 * out because of it, however much later.
 */
public final class Correlation {

    /** Where answers and mails carry it. */
    public static final String HEADER = "X-Correlation-Id";

    static final String KEY = "correlation";

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{7,63}");

    private Correlation() {}

    /** Empty when nobody called, as for a timer. */
    public static Optional<String> current() {
        return Optional.ofNullable(MDC.get(KEY));
    }

    /** Goes on with what an earlier call caused, unless a call is going on that knows better. */
    public static void resume(@Nullable String earlier, Runnable work) {
        if (earlier == null || !isWellFormed(earlier) || current().isPresent()) {
            work.run();
            return;
        }
        MDC.put(KEY, earlier);
        try {
            work.run();
        } finally {
            MDC.remove(KEY);
        }
    }

    static boolean isWellFormed(String id) {
        return WELL_FORMED.matcher(id).matches();
    }

    static String fresh() {
        return UUID.randomUUID().toString();
    }
}
