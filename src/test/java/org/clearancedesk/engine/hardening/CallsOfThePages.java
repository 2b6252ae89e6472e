package org.clearancedesk.engine.hardening;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What Tasklist, Cockpit and Admin call, as a browser was seen to do on a walk through all of their pages. */
public final class CallsOfThePages {

    private CallsOfThePages() {}

    /** {@code POST /engine/engine/{engine}/task/{id}/claim}: behind {@code /camunda/api}, with placeholders. */
    public static List<String> forAnybody() {
        return read("calls-for-anybody.txt");
    }

    /** What comes on top of it for administrators. */
    public static List<String> forAdministrators() {
        return read("calls-for-administrators.txt");
    }

    private static List<String> read(String file) {
        try (InputStream in = CallsOfThePages.class.getResourceAsStream("/webapp/" + file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
