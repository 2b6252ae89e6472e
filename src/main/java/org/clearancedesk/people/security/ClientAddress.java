package org.clearancedesk.people.security;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Where a call comes from. Whoever has one address of the long kind has the whole network that it begins with. */
final class ClientAddress {

    private static final int PARTS_OF_A_NETWORK = 4;

    private ClientAddress() {}

    static String of(String address) {
        if (!address.contains(":") || address.startsWith("::")) {
            return address;
        }
        return Arrays.stream(address.split(":", -1)).limit(PARTS_OF_A_NETWORK).collect(Collectors.joining(":"));
    }
}
