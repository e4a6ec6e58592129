package org.holdfast.meeting;

/// A body that the contract accepts, for each operation that has one: whoever adds such an operation says here what is
/// sent to it, so that it is tried for everybody.
final class RequestBodies {
    private static final String GROUP = """
            "title": "Morning", "size": {"least": 1, "most": 8},
            "policies": {"chat": "to-staff", "camera": "asked", "breaks": "not-counted", "rules": "", "codes": ["90853"]}
            """;
    private static final String HASH = "a".repeat(64);

    private RequestBodies() {}

    static String of(String operation, String person) {
        if (operation.equals("putArrival")) return "{\"privatePlace\": \"yes\"}";
        var command = Books.fresh().value();
        return "{\"command\": \"" + command + "\"" + rest(operation, person, command) + "}";
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
