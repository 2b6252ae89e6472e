package org.clearancedesk.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fills a database with copies of a case, row by row as the desk wrote them, faster than anybody could send them. A copy
 * has ids, a number, a requester, a contact and a production of its own; its chain of events is that of the pattern, and
 * does not verify.
 */
final class Clones implements AutoCloseable {

    /** People and productions of a studio, each with its share. */
    private static final int OTHERS = 400;

    /** So many of the copies belong to the people who look, however many there are in all. */
    private static final int OWN = 40;

    private static final String CASE =
            "select p.%s from act_ru_execution p where p.business_key_ = '%s' and p.parent_id_ is null";
    private static final String PROCESS = "proc_inst_id_ in (" + CASE.formatted("id_", "%1$s") + ")";
    private static final String TASKS = "(select id_ from act_ru_task where " + PROCESS + ")";

    /** Table by table, which rows are of a case; a table after those that it refers to. */
    private static final Map<String, String> UNDER_WAY = new LinkedHashMap<>();

    private static final Map<String, String> ON_RECORD = new LinkedHashMap<>();

    static {
        ON_RECORD.put("clearance_case", "number = '%s'");
        for (String table : List.of("clearance_event", "clearance_reader", "clearance_insider")) {
            ON_RECORD.put(table, "case_number = '%s'");
        }
        UNDER_WAY.putAll(ON_RECORD);
        UNDER_WAY.put("act_ge_bytearray", "id_ in (select bytearray_id_ from act_ru_variable where " + PROCESS + ")");
        for (String table : List.of(
                "act_ru_execution",
                "act_ru_task",
                "act_ru_variable",
                "act_ru_event_subscr",
                "act_hi_procinst",
                "act_hi_actinst",
                "act_hi_taskinst")) {
            UNDER_WAY.put(table, PROCESS);
        }
        UNDER_WAY.put("act_ru_job", "process_instance_id_ in (" + CASE.formatted("id_", "%1$s") + ")");
        UNDER_WAY.put("act_ru_identitylink", "task_id_ in " + TASKS);
        UNDER_WAY.put("act_hi_identitylink", "task_id_ in " + TASKS);
        UNDER_WAY.put("act_ru_authorization", "resource_id_ in " + TASKS);
    }

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** The end of an id, which all ids of a node have in common, has room for the copy's own. */
    private static final int LENGTH_WITHOUT_NODE = 24;

    private final Connection connection;

    Clones(String database) throws SQLException {
        this.connection = DriverManager.getConnection(database);
    }

    /** Copies a case that is under way, as the cases of a year from one number up to another. */
    void underWay(String number, int year, int from, int to) throws SQLException {
        copy(UNDER_WAY, number, year, from, to);
    }

    /** Copies a case that is over, of which the register alone is left. */
    void over(String number, int year, int from, int to) throws SQLException {
        copy(ON_RECORD, number, year, from, to);
    }

    void settle() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    private void copy(Map<String, String> tables, String number, int year, int from, int to) throws SQLException {
        Set<String> ids = idsOf(tables, number);
        for (Map.Entry<String, String> table : tables.entrySet()) {
            for (String insert : inserts(table.getKey(), table.getValue().formatted(number), ids, number, year)) {
                try (Statement statement = connection.createStatement()) {
                    statement.executeUpdate(insert + " from generate_series(%d, %d) n".formatted(from, to - 1));
                }
            }
        }
    }

    /** The ids that only this case has, and none of the models, users and groups. */
    private Set<String> idsOf(Map<String, String> tables, String number) throws SQLException {
        Set<String> ids = new LinkedHashSet<>();
        for (Map.Entry<String, String> table : tables.entrySet()) {
            if (table.getKey().startsWith("act_")) {
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("select id_ from " + table.getKey() + " where "
                                + table.getValue().formatted(number))) {
                    while (rows.next()) {
                        Matcher id = ID.matcher(rows.getString(1));
                        if (id.find()) {
                            ids.add(id.group());
                        }
                    }
                }
            }
        }
        return ids;
    }

    private List<String> inserts(String table, String where, Set<String> ids, String number, int year)
            throws SQLException {
        List<String> inserts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from %s where %s".formatted(table, where))) {
            ResultSetMetaData columns = rows.getMetaData();
            while (rows.next()) {
                Map<String, String> values = new LinkedHashMap<>();
                for (int index = 1; index <= columns.getColumnCount(); index++) {
                    String value = rows.getString(index);
                    String name = columns.getColumnName(index);
                    // The database works this one out by itself.
                    if (value != null && !name.equals("production_key")) {
                        values.put(
                                name, value(name, value, ids, number, year) + "::" + columns.getColumnTypeName(index));
                    }
                }
                inserts.add("insert into %s (%s) select %s"
                        .formatted(
                                table,
                                String.join(", ", values.keySet()),
                                values.values().stream().collect(Collectors.joining(", "))));
            }
        }
        return inserts;
    }

    private static String value(String column, String value, Set<String> ids, String number, int year) {
        return switch (column) {
            case "requester" -> oneOf(value, "user-");
            case "production_code" -> oneOf(value, "PROD-");
            case "netflix_contact" -> oneOf(value, "contact@studio");
            default -> "('" + ofTheCopy(value.replace("'", "''"), ids, number, year) + "')";
        };
    }

    private static String ofTheCopy(String value, Set<String> ids, String number, int year) {
        String own = value.replace(number, "GC-%d-' || lpad(n::text, 6, '0') || '".formatted(year));
        Matcher id = ID.matcher(own);
        return id.replaceAll(found -> ids.contains(found.group())
                ? Matcher.quoteReplacement("%s%03x' || lpad(to_hex(n), 9, '0') || '"
                        .formatted(found.group().substring(0, LENGTH_WITHOUT_NODE), year))
                : found.group());
    }

    private static String oneOf(String own, String others) {
        return "(case when n %% 100000 < %d then '%s' else '%s' || (n %% %d) end)".formatted(OWN, own, others, OTHERS);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
