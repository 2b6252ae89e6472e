package org.clearancedesk.register;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables whose rows are of no case, and each of which is on the desk's own record. */
public enum DeskTable {
    AGREEMENT("agreement", "clearance_agreement", "id"),
    STRIKE("strike", "clearance_strike", "id"),
    FORMER_USER("former user", "clearance_former_user", "user_id"),
    FORMER_NAME("former name", "clearance_former_name", "id");

    private final String word;
    private final String table;
    private final String key;

    DeskTable(String word, String table, String key) {
        this.word = word;
        this.table = table;
        this.key = key;
    }

    public String word() {
        return word;
    }

    public String table() {
        return table;
    }

    /** The column that tells the rows apart. */
    public String key() {
        return key;
    }

    /** What happened when such a row came in; the names are part of what the hashes cover. */
    String event(Map<String, @Nullable String> row) {
        return switch (this) {
            case AGREEMENT -> "AGREEMENT_ENTERED";
            case STRIKE -> "true".equals(row.get("called")) ? "STRIKE_CALLED" : "STRIKE_ENDED";
            case FORMER_USER -> "USER_LEFT";
            case FORMER_NAME -> "USER_RENAMED";
        };
    }
}
