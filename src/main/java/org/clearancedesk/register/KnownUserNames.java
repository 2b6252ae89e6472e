package org.clearancedesk.register;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The user names that stand in the register, or once belonged to somebody, whatever their capitals. */
@Component
public class KnownUserNames {

    private final JdbcClient jdbc;
    private final DeskEventStore deskEvents;
    private final Clock clock;

    KnownUserNames(JdbcClient jdbc, DeskEventStore deskEvents, Clock clock) {
        this.jdbc = jdbc;
        this.deskEvents = deskEvents;
        this.clock = clock;
    }

    /** Whether somebody of that name made a request, acted on one, or has left. */
    public boolean isKnown(String user) {
        return jdbc.sql(
                                """
                        select count(*) from (
                          select 1 from clearance_former_user where lower(user_id) = lower(:user)
                          union all select 1 from clearance_case where lower(requester) = lower(:user)
                          union all select 1 from clearance_event where lower(actor) = lower(:user)
                        ) trace
                        """)
                        .param("user", user)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Keeps the name of somebody who was removed, on record. */
    @Transactional
    public void left(String user) {
        int isNew = jdbc.sql(
                        """
                        insert into clearance_former_user (user_id, left_at)
                        select :user, :now where not exists (select 1 from clearance_former_user where user_id = :user)
                        """)
                .param("user", user)
                .param("now", clock.instant().atOffset(UTC))
                .update();
        if (isNew == 1) {
            deskEvents.enter(DeskTable.FORMER_USER, user, CaseEvents.DESK);
        }
    }
}
