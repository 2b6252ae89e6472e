package org.clearancedesk.operations.start;

import java.net.URI;
import java.util.Set;

/** Addresses that lead nowhere but to this very machine. */
final class LoopbackAddresses {

    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private LoopbackAddresses() {}

    static boolean is(String host) {
        return HOSTS.contains(host);
    }

    static boolean isHostOf(String address) {
        try {
            String host = URI.create(address).getHost();
            return host != null && is(host);
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
