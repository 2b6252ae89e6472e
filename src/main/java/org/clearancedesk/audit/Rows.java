package org.clearancedesk.audit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clearancedesk.register.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads rows whole, every column as a text that can be compared: a time as an instant, a content as its digest. */
@Component
class Rows {

    /** Texts that the record knows by their digest. */
    private static final Set<String> CONTENTS = Set.of("twin");

    private final JdbcClient jdbc;

    Rows(JdbcClient jdbc) {
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
    Map<String, Map<String, @Nullable String>> of(Kept kind, String caseNumber) {
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

    /** Rows of a table whose case is none. */
    List<String> withoutCase(String table, String key) {
        return jdbc.sql(
                        """
                        select cast(%s as varchar(300)) from %s t where case_number is not null
                        and not exists (select 1 from clearance_case c where c.number = t.case_number) order by 1
                        """
                                .formatted(key, table))
                .query(String.class)
                .list();
    }

    private static Map<String, @Nullable String> columns(ResultSet row) throws SQLException {
        Map<String, @Nullable String> columns = new LinkedHashMap<>();
        ResultSetMetaData names = row.getMetaData();
        for (int i = 1; i <= names.getColumnCount(); i++) {
            String name = names.getColumnLabel(i).toLowerCase(Locale.ROOT);
            String value = text(row, i, names.getColumnType(i));
            columns.put(name, value != null && CONTENTS.contains(name) ? Sha256.of(value) : value);
        }
        return columns;
    }

    private static @Nullable String text(ResultSet row, int column, int type) throws SQLException {
        return switch (type) {
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> instant(row, column);
            // One database says “TRUE” and another “t”.
            case Types.BOOLEAN, Types.BIT -> bool(row, column);
            case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> digest(row, column);
            default -> row.getString(column);
        };
    }

    private static @Nullable String instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant().toString();
    }

    private static @Nullable String bool(ResultSet row, int column) throws SQLException {
        boolean value = row.getBoolean(column);
        return row.wasNull() ? null : String.valueOf(value);
    }

    private static @Nullable String digest(ResultSet row, int column) throws SQLException {
        try (InputStream content = row.getBinaryStream(column)) {
            if (content == null) {
                return null;
            }
            return Sha256.of(content);
        } catch (IOException e) {
            throw new UncheckedIOException("A content on record cannot be read.", e);
        }
    }
}
