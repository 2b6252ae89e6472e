package org.clearancedesk.evidence;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clearancedesk.intake.NameKey;

/**
 * What the files of a case are called where their names stand for them, as in a letter: files whose names a reader could
 * take for one another carry the beginning of their digest.
 */
public final class FileNames {

    private static final int ENOUGH = 8;

    private FileNames() {}

    /** The names by the files' ids. */
    public static Map<String, String> toldApart(List<Named> files) {
        Map<NameKey, Long> alike =
                files.stream().collect(Collectors.groupingBy(file -> NameKey.of(file.name()), Collectors.counting()));
        return files.stream()
                .collect(Collectors.toMap(
                        Named::id,
                        file -> alike.getOrDefault(NameKey.of(file.name()), 0L) == 1
                                ? file.name()
                                : "%s (SHA-256 begins with %s)"
                                        .formatted(file.name(), file.sha256().substring(0, ENOUGH))));
    }

    /** @param sha256 of the content, hexadecimal */
    public record Named(String id, String name, String sha256) {}
}
