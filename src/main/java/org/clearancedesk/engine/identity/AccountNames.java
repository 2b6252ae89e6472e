package org.clearancedesk.engine.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which names of accounts and groups are taken. Capitals make no other name: nobody would tell the two apart. */
@Component
public class AccountNames {

    private final JdbcClient jdbc;

    AccountNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean isTaken(String user) {
        return isThere("select exists (select 1 from act_id_user where lower(id_) = lower(?))", user);
    }

    public boolean isTakenByGroup(String group) {
        return isThere("select exists (select 1 from act_id_group where lower(id_) = lower(?))", group);
    }

    // The engine's own queries cannot leave capitals aside.
    private boolean isThere(String query, String name) {
        return jdbc.sql(query).param(name).query(Boolean.class).single();
    }
}
