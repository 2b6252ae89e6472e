package org.clearancedesk.register;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers for each case which call moved it last; what the desk then does by itself was caused by that call. */
@Component
public class CaseCorrelations {

    private final JdbcClient jdbc;

    CaseCorrelations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<String> of(String number) {
        return jdbc.sql("select correlation from clearance_case where number = ?")
                .param(number)
                .query(String.class)
                .optional();
    }
}
