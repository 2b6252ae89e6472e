package org.clearancedesk.access;

import java.net.URI;
import java.util.Set;

/** Addresses that lead nowhere but to this very machine. */
final class Loopback {

    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private Loopback() {}

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
