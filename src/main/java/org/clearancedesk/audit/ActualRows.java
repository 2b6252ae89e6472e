package org.clearancedesk.audit;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearancedesk.register.RowText;
import org.clearancedesk.register.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads rows whole, every column as a text that can be compared. */
@Component
class ActualRows {

    /** Texts that the record knows by their digest. */
    private static final Set<String> CONTENTS = Set.of("twin");

    private final JdbcClient jdbc;

    ActualRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rows of a table that belong to a case, by the column that names them. */
    Map<String, Map<String, @Nullable String>> of(String table, String caseColumn, String caseNumber, String key) {
        Map<String, Map<String, @Nullable String>> rows = new LinkedHashMap<>();
        jdbc.sql("select * from %s where %s = ? order by %s".formatted(table, caseColumn, key))
                .param(caseNumber)
                .query((row, index) -> columns(row))
                .list()
                .forEach(row -> rows.put(requireNonNull(row.get(key)), row));
        return rows;
    }

    /** The rows of a case that are of one kind, by their key. */
    Map<String, Map<String, @Nullable String>> of(AuditedTable kind, String caseNumber) {
        return of(kind.table(), kind.caseColumn(), caseNumber, kind.key());
    }

    /** How many cases took a use of a standing approval; that each did is told by its own events. */
    long usesOf(String standing) {
        return jdbc.sql("select count(*) from clearance_covered_use where standing = ?")
                .param(standing)
                .query(Long.class)
                .single();
    }

    /** The numbers of a page of cases, after one. */
    List<String> casesAfter(String number, int size) {
        return jdbc.sql("select number from clearance_case where number > ? order by number fetch first ? rows only")
                .params(number, size)
                .query(String.class)
                .list();
    }

    /** The first rows of a table whose case is none. */
    List<String> withoutCase(String table, String key, int atMost) {
        return jdbc.sql(
                        """
                        select cast(%s as varchar(300)) from %s t where case_number is not null
                        and not exists (select 1 from clearance_case c where c.number = t.case_number) order by 1
                        fetch first ? rows only
                        """
                                .formatted(key, table))
                .param(atMost)
                .query(String.class)
                .list();
    }

    private static Map<String, @Nullable String> columns(ResultSet row) throws SQLException {
        Map<String, @Nullable String> columns = RowText.of(row);
        CONTENTS.forEach(
                name -> columns.computeIfPresent(name, (column, value) -> value == null ? null : Sha256.of(value)));
        return columns;
    }
}
