package org.clearancedesk.people;

/**
 * Somebody whom a request may name as its Netflix contact.
 *
 * @param user who that is on the desk; empty for an address that only the configuration lists
 * @param name as people know them; the address when nothing else is known
 */
public record Contact(String user, String name, String address) {

    @Override
    public String toString() {
        return name.equals(address) ? address : "%s (%s)".formatted(name, address);
    }
}
