package org.clearancedesk.register;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Has PostgreSQL plan each search with the words known. A plan that it keeps for whatever words may come walks through all
 * cases for a word that few of them hold.
 */
final class UnpreparedJdbcTemplate extends JdbcTemplate {

    UnpreparedJdbcTemplate(DataSource database) {
        super(database);
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        super.applyStatementSettings(statement);
        if (statement.isWrapperFor(PGStatement.class)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
    }
}
