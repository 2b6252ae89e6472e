package org.clearancedesk.consent;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import liquibase.change.custom.CustomTaskChange;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CustomChangeException;
import liquibase.exception.DatabaseException;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;
import org.clearancedesk.intake.NameKey;
import org.jspecify.annotations.Nullable;

/**
 * Gives every consent from before an id that says nothing, because the earlier ones were made of case and name, and the key
 * that its person is found by; and every consent the key anew whenever more spellings are the same name than before. The
 * events keep the ids that they were written with.
 */
public final class NamesAndIdsOfConsents implements CustomTaskChange {

    private static final Pattern RANDOM = Pattern.compile("[0-9a-f-]{14}4[0-9a-f-]{21}");

    @Override
    public void execute(Database database) throws CustomChangeException {
        JdbcConnection connection = (JdbcConnection) database.getConnection();
        try (PreparedStatement write =
                connection.prepareStatement("update clearance_consent set id = ?, performer_key = ? where id = ?")) {
            for (Map.Entry<String, String> each : performersById(connection).entrySet()) {
                write.setString(
                        1,
                        RANDOM.matcher(each.getKey()).matches()
                                ? each.getKey()
                                : UUID.randomUUID().toString());
                write.setString(2, NameKey.of(each.getValue()).value());
                write.setString(3, each.getKey());
                write.executeUpdate();
            }
        } catch (SQLException | DatabaseException e) {
            throw new CustomChangeException("The consents on record cannot be given new ids.", e);
        }
    }

    private static Map<String, String> performersById(JdbcConnection connection)
            throws SQLException, DatabaseException {
        Map<String, String> performers = new LinkedHashMap<>();
        try (PreparedStatement read = connection.prepareStatement("select id, performer from clearance_consent");
                ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                performers.put(rows.getString("id"), rows.getString("performer"));
            }
        }
        return performers;
    }

    @Override
    public String getConfirmationMessage() {
        return "Every consent has an id that says nothing";
    }

    @Override
    public void setUp() {}

    @Override
    public void setFileOpener(ResourceAccessor none) {}

    @Override
    public @Nullable ValidationErrors validate(Database database) {
        return new ValidationErrors();
    }
}
