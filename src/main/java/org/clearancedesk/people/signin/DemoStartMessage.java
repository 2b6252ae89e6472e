package org.clearancedesk.people.signin;

import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The last lines of a demo's start: where the desk is, and who can sign in. */
@Component
@Profile("demo")
class DemoStartMessage {

    private static final Logger LOG = LoggerFactory.getLogger(DemoStartMessage.class);

    private final DemoAccounts accounts;
    private final String address;

    DemoStartMessage(DemoAccounts accounts, @Value("${clearance-desk.base-url}") String address) {
        this.accounts = accounts;
        this.address = address;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void say() {
        String people = accounts.all().stream()
                .map(account -> "  %-10s  %s".formatted(account.user(), account.does()))
                .collect(Collectors.joining("\n"));
        LOG.info(
                """
                the desk is open
                  {}
                Sign in as one of these; the password is the user name:
                {}""",
                address,
                people);
    }
}
