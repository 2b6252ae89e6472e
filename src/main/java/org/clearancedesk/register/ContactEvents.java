package org.clearancedesk.register;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes who is told of a case now, when that is another than the request named. */
@Component
@Transactional
public class ContactEvents {

    private final JdbcClient jdbc;
    private final EventStore eventStore;

    ContactEvents(JdbcClient jdbc, EventStore eventStore) {
        this.jdbc = jdbc;
        this.eventStore = eventStore;
    }

    /**
     * Puts another Netflix contact in the place of the one before; gives the sequence of the event that tells it.
     *
     * @param contactUser whose address it is; null when it is that of no account
     */
    public int corrected(
            String number, String by, String before, String contact, @Nullable String contactUser, String reason) {
        Map<String, ?> correction = Map.of(
                "before",
                before,
                "contact",
                contact,
                "contactUser",
                Objects.requireNonNullElse(contactUser, ""),
                "reason",
                reason);
        int sequence = eventStore
                .append(number, EventType.CONTACT_CORRECTED, by, correction, null)
                .sequence();
        jdbc.sql("update clearance_case set netflix_contact = ?, contact_user = ? where number = ?")
                .params(contact, contactUser, number)
                .update();
        LockedCases.ofThisTransaction().changed(number);
        return sequence;
    }
}
