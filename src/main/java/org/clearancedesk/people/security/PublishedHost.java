package org.clearancedesk.people.security;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The host under which people reach the desk.
 *
 * @param name of {@code clearance-desk.base-url}, in small letters
 */
record PublishedHost(String name) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** A start rule says what is wrong with an address that has no host; until then nobody means it. */
    static PublishedHost of(String baseUrl) {
        try {
            @Nullable String host = URI.create(baseUrl).getHost();
            return new PublishedHost(host == null ? "" : host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException noAddress) {
            return new PublishedHost("");
        }
    }

    /** Whether nobody but this very machine reaches the desk. */
    boolean isThisMachine() {
        return THIS_MACHINE.contains(name);
    }

    /** @param header as a call names its host, with a port or without */
    boolean isMeantBy(@Nullable String header) {
        if (header == null || name.isEmpty()) {
            return false;
        }
        int port = header.lastIndexOf(':');
        // The colons inside brackets belong to the address.
        String host = (port > header.lastIndexOf(']') ? header.substring(0, port) : header).toLowerCase(Locale.ROOT);
        return host.equals(name) || (isThisMachine() && THIS_MACHINE.contains(host));
    }
}
