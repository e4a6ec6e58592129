package org.holdfast.meeting;

import java.util.Set;

/// A body that the contract accepts, for each operation that has one: whoever adds such an operation says here what is
/// sent to it, so that it is tried for everybody.
final class RequestBodies {
    private static final String GROUP = """
            "title": "Morning", "size": {"least": 1, "most": 8},
            "policies": {"chat": "to-staff", "camera": "asked", "breaks": "not-counted", "rules": "", "codes": ["90853"]}
            """;
    private static final String RULES = """
            , "rules": {"lateAfter": 5, "leftEarlyBefore": 5, "graceGap": 1, "minimumCreditPercent": 90,
            "creditUnattended": false, "creditMediaLost": false}
            """;
    private static final String PLACE = "{\"day\": \"2026-03-11\", \"at\": \"10:00\", \"minutes\": 60}";

    /// Operations whose body or query names what of the schedule they are about.
    static final Set<String> OF_THE_SCHEDULE = Set.of(
            "makeSeries",
            "replaceSeries",
            "endSeries",
            "moveSlot",
            "cancelSlot",
            "restoreSlot",
            "addSlot",
            "preparedWorksheets",
            "prepareWorksheets");

    private static final Set<String> HOLIDAYS = Set.of("keepHoliday", "dropHoliday");
    private static final String HASH = "a".repeat(64);

    private RequestBodies() {}

    /// What is asked for besides the path, where the contract needs it or a test's day is not the computer's.
    static String query(String operation) {
        return switch (operation) {
            case "schedule" -> "?from=2026-03-02&to=2026-03-15";
            case "preparedWorksheets" -> "?slot=rtheirs-20260309";
            default -> "";
        };
    }

    static String of(String operation, String person) {
        return of(operation, "gtheirs", person);
    }

    /// @param group what is about a session of the calendar is about one of this group's Mondays
    static String of(String operation, String group, String person) {
        if (operation.equals("putArrival")) return "{\"privatePlace\": \"yes\"}";
        if (operation.equals("leaveDevice")) return "{}";
        if (operation.equals("signIn")) return "{\"code\": \"000000\"}";
        var command = Books.fresh().value();
        return "{\"command\": \"" + command + "\""
                + (OF_THE_SCHEDULE.contains(operation) || HOLIDAYS.contains(operation)
                        ? schedule(operation, group)
                        : rest(operation, person, command))
                + "}";
    }

    private static String schedule(String operation, String group) {
        var series = "r" + group.substring(1);
        var slot = ", \"slot\": \"" + series + "-20260309\"";
        return switch (operation) {
            case "makeSeries" -> ", \"group\": \"" + group + "\", " + timing("2026-03-10", "TU");
            case "replaceSeries" -> ", \"series\": \"" + series + "\", " + timing("2026-04-01", "MO,WE");
            case "endSeries" -> ", \"series\": \"" + series + "\", \"last\": \"2026-03-30\"";
            case "moveSlot" -> slot + ", \"to\": " + PLACE + ", \"reason\": \"A training.\"";
            case "cancelSlot" -> slot + ", \"reason\": \"Snow.\"";
            case "restoreSlot" -> slot;
            case "prepareWorksheets" ->
                slot + ", \"worksheets\": [{\"worksheet\": \"wHaltHaltHaltHaltHaltH\", \"form\": \"halt\","
                        + " \"version\": \"1\", \"mode\": \"share\"}]";
            case "addSlot" ->
                ", \"group\": \"" + group + "\", \"place\": " + PLACE + ", \"makesUp\": \"" + series + "-20260309\"";
            case "keepHoliday" -> ", \"day\": \"2026-03-16\", \"name\": \"Founders' Day\"";
            case "dropHoliday" -> ", \"day\": \"2026-03-16\"";
            default -> throw new IllegalArgumentException(operation);
        };
    }

    private static String timing(String first, String days) {
        return "\"timing\": {\"rule\": \"FREQ=WEEKLY;BYDAY=" + days + "\", \"first\": \"" + first
                + "\", \"at\": \"18:00\", \"minutes\": 60}";
    }

    private static String rest(String operation, String person, String command) {
        return switch (operation) {
            case "createGroup" -> ", \"kind\": \"group\", \"lead\": \"pown\", \"staff\": [\"pown\"], " + GROUP;
            case "changeGroup" -> ", " + GROUP;
            case "staffGroup" -> ", \"lead\": \"pown\", \"staff\": [\"pown\"]";
            case "joinGroup", "leaveGroup" -> ", \"person\": \"" + person + "\"";
            case "openGroup" -> ", \"open\": true";
            case "addPerson" ->
                ", \"part\": \"participant\", \"number\": \"" + command
                        + "\", \"name\": \"Ada L.\", \"on\": \"2026-03-02\"";
            case "changePerson" -> ", \"name\": \"Pat\"";
            case "planWeek" -> ", \"phase\": \"active\", \"minutes\": 480";
            case "adoptRules", "adoptGroupRules" -> RULES;
            case "nameClinic" -> ", \"name\": \"Harbor House\"";
            case "setZone" -> ", \"zone\": \"Etc/UTC\"";
            case "license" -> ", \"states\": [\"NY\"]";
            case "appoint" -> ", \"roles\": [\"facilitator\"]";
            case "moveEnrolment" -> ", \"to\": \"active\", \"on\": \"2026-03-02\"";
            case "discharge" -> ", \"on\": \"2026-03-02\", \"why\": \"completed\"";
            case "reEnter" -> ", \"to\": \"active\", \"on\": \"2026-03-02\"";
            case "makeLink" -> ", \"renew\": false";
            case "revokeLinks", "resetDevices" -> "";
            case "inviteGuest" ->
                ", \"name\": \"Ines\", \"kind\": \"interpreter\", \"speaks\": \"spanish\", \"ends\": \"2026-04-01T00:00:00Z\"";
            case "setGuestEnd" -> ", \"ends\": \"2026-05-01T00:00:00Z\"";
            case "importPeople" -> ", \"csv\": \"mrn,name\\nI-1,Ada L.\\n\", \"dryRun\": true";
            case "answerWorksheet" -> ", \"item\": \"hungry-now\", \"value\": \"some\"";
            case "removeWorksheetRow" -> ", \"row\": \"r00000001\"";
            case "giveWorksheet" -> ", \"form\": \"halt\"";
            case "noteWorksheet" -> ", \"item\": \"hungry-now\", \"words\": \"Ask about lunch.\"";
            case "correctRow" ->
                ", \"member\": \"p-sam\", \"reason\": \"He was there.\", \"change\": {\"type\": \"by-phone\", \"from\": \"2026-03-02T18:00:00Z\", \"to\": \"2026-03-02T18:10:00Z\"}";
            case "disputeRow" -> ", \"words\": \"I was on time.\"";
            case "answerDispute" -> ", \"decline\": {\"words\": \"The log says so.\"}";
            case "signSheet" ->
                ", \"sheet\": 1, \"hash\": \"" + HASH
                        + "\", \"name\": \"Dana W.\", \"credential\": \"LCSW\", \"co\": false";
            default -> throw new IllegalArgumentException("Nobody said what is sent to " + operation);
        };
    }
}
