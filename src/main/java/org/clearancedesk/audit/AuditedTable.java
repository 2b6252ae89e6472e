package org.clearancedesk.audit;

/** The tables that keep what belongs to a case, each row of which its events tell. */
enum AuditedTable {
    LETTER("letter", "clearance_letter", "case_number", "number", true),
    FILE("file", "clearance_evidence", "case_number", "id", true),
    CONSENT("consent", "clearance_consent", "case_number", "id", true),
    APPROVAL("approval", "clearance_approval", "case_number", "case_number", true),
    CONDITION("condition", "clearance_condition", "case_number", "position", true),
    /** Events that suspended an approval did not say which one at first. */
    SUSPENSION("suspension", "clearance_hold", "case_number", "id", false),
    RENEWAL("renewal", "clearance_renewal", "case_number", "case_number", true),
    STANDING("standing approval", "clearance_standing", "number", "number", true),
    /** At first no event said that a use was taken before it was disclosed. */
    COVERED_USE("covered use", "clearance_covered_use", "case_number", "case_number", false),
    LEGAL_HOLD("legal hold", "clearance_legal_hold", "case_number", "case_number", true),
    /** A group that a step was brought before; at first not every event said which reviews were asked for. */
    READER("reader", "clearance_reader", "case_number", "group_id", false),
    /** Somebody who worked on a step; at first no event of a case that is no secret said who took one. */
    INSIDER("insider", "clearance_insider", "case_number", "user_id", false);

    private final String word;
    private final String table;
    private final String caseColumn;
    private final String key;
    private final boolean alwaysTold;

    AuditedTable(String word, String table, String caseColumn, String key, boolean alwaysTold) {
        this.word = word;
        this.table = table;
        this.caseColumn = caseColumn;
        this.key = key;
        this.alwaysTold = alwaysTold;
    }

    String word() {
        return word;
    }

    String table() {
        return table;
    }

    String caseColumn() {
        return caseColumn;
    }

    /** The column that tells the rows of a case apart. */
    String key() {
        return key;
    }

    /** Whether a row that no event tells was put in, also in a case from before every row was told. */
    boolean alwaysTold() {
        return alwaysTold;
    }

    /** Where something does not fit, for people; a case has one of some things only. */
    String place(String row) {
        return key.equals(caseColumn) ? word : word + " " + row;
    }
}
