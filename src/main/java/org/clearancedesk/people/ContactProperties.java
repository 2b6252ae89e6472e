package org.clearancedesk.people;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Netflix contacts beside the members of the group, for studios whose contacts never sign in.
 *
 * @param addresses single e-mail addresses
 * @param domains what stands behind the @ of every address that is taken
 */
@ConfigurationProperties("clearance-desk.contacts")
record ContactProperties(@DefaultValue List<String> addresses, @DefaultValue List<String> domains) {

    ContactProperties {
        addresses = plain(addresses);
        domains = plain(domains);
    }

    private static List<String> plain(List<String> given) {
        return given.stream()
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
