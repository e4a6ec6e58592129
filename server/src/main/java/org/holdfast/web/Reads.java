package org.holdfast.web;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// What becomes of each read of the contract in the audit log: one table, which a test holds beside what is noted.
enum Reads {
    /// Of somebody's data: its note is in the log before it is answered.
    NOTED,
    /// Of what is one's own, or of what tells nobody's data.
    UNNOTED;

    static final Map<String, Reads> TABLE = table();

    private static Map<String, Reads> table() {
        var table = new TreeMap<String, Reads>();
        for (var noted : new String[] {
            "whereabouts",
            "attendance",
            "record",
            "export",
            "group",
            "listPeople",
            "person",
            "links",
            "listWorksheets",
            "readWorksheet",
            "worksheetAsFhir",
            "worksheetOnPaper",
            "listNotes",
            "exportNotes"
        }) table.put(noted, NOTED);
        // Oneself; what the clinic is called; the meetings that one leads; the titles of groups, when they meet, who
        // works here; whether logs hold; forms that nobody wrote on.
        for (var own : new String[] {
            "me",
            "ownClinic",
            "mine",
            "myWorksheets",
            "worksheet",
            "myWorksheetOnPaper",
            "staffAccount",
            "staffSessions",
            "listGroups",
            "listStaff",
            "schedule",
            "attendanceRules",
            "preparedWorksheets",
            "chain",
            "listForms",
            "form",
            "formOnPaper"
        }) table.put(own, UNNOTED);
        return Map.copyOf(table);
    }

    /// Nothing is read that nobody thought about.
    static Reads of(String operation) {
        return Objects.requireNonNull(
                TABLE.get(operation), () -> "Nobody said whether reading " + operation + " is noted");
    }
}
