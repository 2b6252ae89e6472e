package org.clearancedesk.engine.webapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.springframework.web.util.UriUtils;

/** A path without the tricks by which one and the same route can be written in many ways. */
public final class NormalizedPath {

    private static final int LAYERS = 4;

    private NormalizedPath() {}

    /** In small letters, decoded, without parameters, doubled slashes, dots and a slash at the end. */
    public static String of(String path) {
        Deque<String> plain = new ArrayDeque<>();
        for (String step : decoded(path).replace('\\', '/').split("/", -1)) {
            String name = step.replaceFirst(";.*", "").strip();
            if (name.equals("..")) {
                plain.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                plain.addLast(name.toLowerCase(Locale.ROOT));
            }
        }
        return "/" + String.join("/", plain);
    }

    public static String decoded(String path) {
        String decoded = path;
        for (int layer = 0; layer < LAYERS && decoded.contains("%"); layer++) {
            try {
                decoded = UriUtils.decode(decoded, UTF_8);
            } catch (IllegalArgumentException notEncoded) {
                return decoded;
            }
        }
        return decoded;
    }
}
