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

    /**
     * Lets whoever changes an account in this transaction go on alone until it ends. The engine has such a lock as well, and
     * takes none on H2.
     */
    public void lock() {
        jdbc.sql("select name_ from act_ge_property where name_ = 'deployment.lock' for update")
                .query(String.class)
                .list();
    }

    /** Whether anybody has it. */
    boolean hasOwner(String address) {
        return isOfSomebodyElse(address, "");
    }

    /** Whether another account than this user's has it. */
    public boolean isOfSomebodyElse(String address, String user) {
        return jdbc.sql("select exists (select 1 from act_id_user where lower(trim(email_)) = ? and id_ <> ?)")
                .params(EmailAddress.keyOf(address), user)
                .query(Boolean.class)
                .single();
    }
}
