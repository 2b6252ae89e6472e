package org.clearancedesk.engine.identity;

import org.clearancedesk.intake.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose e-mail address is whose, as addresses are compared: capitals and blanks around it make no other one. */
@Component
public class AccountAddresses {

    private final JdbcClient jdbc;

    AccountAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether anybody has it. */
    boolean hasOwner(String address) {
        return isOfSomebodyElse(address, "");
    }

    /** Whether another account than this user's has it. */
    public boolean isOfSomebodyElse(String address, String user) {
        return jdbc.sql("select count(*) from act_id_user where lower(trim(email_)) = ? and id_ <> ?")
                        .params(EmailAddress.keyOf(address), user)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
