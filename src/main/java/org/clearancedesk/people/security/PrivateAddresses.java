package org.clearancedesk.people.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Addresses of this machine and of private networks. */
final class PrivateAddresses {

    /** Nothing that would be looked up. */
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(?:%\\w+)?");

    private PrivateAddresses() {}

    static boolean is(String address) {
        if (address.length() > 64 || !NUMERIC.matcher(address).matches()) {
            return false;
        }
        try {
            InetAddress place = InetAddress.getByName(address);
            return place.isLoopbackAddress()
                    || place.isSiteLocalAddress()
                    || place.isLinkLocalAddress()
                    || isUniqueLocal(place.getAddress());
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }

    /** The private networks of IPv6, fc00::/7. */
    private static boolean isUniqueLocal(byte[] address) {
        return address.length == 16 && (address[0] & 0xfe) == 0xfc;
    }
}
