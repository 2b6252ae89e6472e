package org.clearancedesk.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row as texts that are the same on every database: a time as an instant, a content as its digest. */
public final class RowText {

    private RowText() {}

    /** Every column by its name in small letters, in the table's order. */
    public static Map<String, @Nullable String> of(ResultSet row) throws SQLException {
        Map<String, @Nullable String> columns = new LinkedHashMap<>();
        ResultSetMetaData names = row.getMetaData();
        for (int i = 1; i <= names.getColumnCount(); i++) {
            columns.put(names.getColumnLabel(i).toLowerCase(Locale.ROOT), text(row, i, names.getColumnType(i)));
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
            return content == null ? null : Sha256.of(content);
        } catch (IOException e) {
            throw new UncheckedIOException("A content on record cannot be read.", e);
        }
    }
}
