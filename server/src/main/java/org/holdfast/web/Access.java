package org.holdfast.web;

import static org.holdfast.clinic.StaffRole.AUDITOR;
import static org.holdfast.clinic.StaffRole.CLINICIAN;
import static org.holdfast.clinic.StaffRole.CLINIC_ADMIN;
import static org.holdfast.clinic.StaffRole.FACILITATOR;
import static org.holdfast.clinic.StaffRole.SUPERVISOR;

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.holdfast.clinic.StaffRole;

/// Who may ask for which operation of the contract: one table, by which the gate decides and the tests try. Whoever may
/// ask for something in general still gets only what is theirs: their own session, a group that they lead, their
/// clinic.
sealed interface Access {
    /// Also who has no seat yet.
    record Anyone() implements Access {}

    /// Everybody who has a seat, about themselves or a session that knows them; the session's plan says who leads it.
    record Seated() implements Access {}

    /// Staff with one of these roles, in the clinic that they work for.
    ///
    /// @param whole who of them sees every group and person; others see the groups they lead, and who is in them
    record Staff(Set<StaffRole> roles, Set<StaffRole> whole) implements Access {}

    Set<StaffRole> CARE = EnumSet.of(FACILITATOR, CLINICIAN, SUPERVISOR, CLINIC_ADMIN);
    Set<StaffRole> ALL_GROUPS = EnumSet.of(CLINICIAN, SUPERVISOR, CLINIC_ADMIN);
    /// What people write is for those who treat them.
    Set<StaffRole> TREATS = EnumSet.of(FACILITATOR, CLINICIAN, SUPERVISOR);
    Set<StaffRole> TREATS_ALL = EnumSet.of(CLINICIAN, SUPERVISOR);
    Set<StaffRole> KEEPS = EnumSet.of(SUPERVISOR, CLINIC_ADMIN);
    Set<StaffRole> RULES = EnumSet.of(CLINIC_ADMIN);
    Set<StaffRole> AUDITS = EnumSet.of(AUDITOR);

    Set<String> ASKS_FRESH = Set.of("exportNotes", "worksheetAsFhir", "worksheetOnPaper");

    Map<String, Access> TABLE = table();

    private static Map<String, Access> table() {
        var table = new TreeMap<String, Access>();
        for (var open : new String[] {"exchangeLink", "staffAccount", "staffActive", "staffSignOut"})
            table.put(open, new Anyone());
        for (var own : new String[] {
            "me",
            "putArrival",
            "leaveDevice",
            "ownClinic",
            "staffSessions",
            "whereabouts",
            "mine",
            "attendance",
            "record",
            "export",
            "correctRow",
            "disputeRow",
            "answerDispute",
            "signSheet",
            "signIn",
            "myWorksheets",
            "worksheet",
            "myWorksheetOnPaper",
            "answerWorksheet",
            "removeWorksheetRow"
        }) table.put(own, new Seated());
        for (var care : new String[] {
            "listStaff",
            "listGroups",
            "group",
            "listPeople",
            "person",
            "links",
            "makeLink",
            "resetDevices",
            "schedule",
            "moveSlot",
            "cancelSlot",
            "restoreSlot",
            "addSlot",
            "attendanceRules",
            "preparedWorksheets",
            "prepareWorksheets"
        }) table.put(care, new Staff(CARE, ALL_GROUPS));
        for (var care : new String[] {"moveEnrolment", "discharge", "reEnter", "joinGroup", "leaveGroup", "planWeek"})
            table.put(care, new Staff(ALL_GROUPS, ALL_GROUPS));
        for (var treats : new String[] {
            "listWorksheets", "readWorksheet", "giveWorksheet", "noteWorksheet", "worksheetAsFhir", "worksheetOnPaper"
        }) table.put(treats, new Staff(TREATS, TREATS_ALL));
        for (var forms : new String[] {"listForms", "form", "formOnPaper"}) table.put(forms, new Staff(CARE, CARE));
        for (var keeps : new String[] {
            "addPerson",
            "changePerson",
            "createGroup",
            "changeGroup",
            "staffGroup",
            "openGroup",
            "revokeLinks",
            "importPeople",
            "makeSeries",
            "replaceSeries",
            "endSeries",
            "keepHoliday",
            "dropHoliday"
        }) table.put(keeps, new Staff(KEEPS, KEEPS));
        for (var guests : new String[] {"inviteGuest", "setGuestEnd"}) table.put(guests, new Staff(CARE, ALL_GROUPS));
        for (var rules : new String[] {"license", "appoint", "nameClinic", "setZone", "adoptRules", "adoptGroupRules"})
            table.put(rules, new Staff(RULES, RULES));
        for (var audits : new String[] {"listNotes", "chain", "exportNotes"})
            table.put(audits, new Staff(AUDITS, AUDITS));
        return Map.copyOf(table);
    }

    /// Whether a program with an account of its own may ask for it: for the clinic's books, but for nothing before
    /// which
    /// a person has to show who they are.
    static boolean forServices(String operation) {
        return of(operation) instanceof Staff && !ASKS_FRESH.contains(operation);
    }

    /// Nothing is answered that nobody thought about.
    static Access of(String operation) {
        return Objects.requireNonNull(TABLE.get(operation), () -> "Nobody said who may ask for " + operation);
    }
}
