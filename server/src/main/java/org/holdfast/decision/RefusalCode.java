package org.holdfast.decision;

/// Why a wish was refused. The wire names are part of the contract: each has a sentence in every language.
public enum RefusalCode {
    NOT_FACILITATOR("not-facilitator"),
    NOT_IN_ROOM("not-in-room"),
    NOT_MEMBER("not-member"),
    NOT_WAITING("not-waiting"),
    NOT_HERE("not-here"),
    NOT_OPEN("not-open"),
    ENDED("ended"),
    REMOVED("removed"),
    LOCKED("locked"),
    FULL("full"),
    HELD("held"),
    NOT_FOR_FACILITATORS("not-for-facilitators"),
    NOT_YET("not-yet"),
    ALREADY_OPEN("already-open"),
    STALE_CONNECTION("stale-connection"),
    TOO_LONG("too-long"),
    SLOW_DOWN("slow-down"),
    UNKNOWN_OUTCOME("unknown-outcome"),
    UNAVAILABLE("unavailable"),
    TOO_MANY_WAITING("too-many-waiting"),
    OUTSIDE_SESSION("outside-session"),
    ALREADY_DISPUTED("already-disputed"),
    NOT_DISPUTED("not-disputed"),
    SIGN_IN_AGAIN("sign-in-again"),
    STALE_SHEET("stale-sheet"),
    ALREADY_SIGNED("already-signed"),
    NOT_SIGNED("not-signed"),
    CHAT_OFF("chat-off"),
    CHAT_TO_STAFF("chat-to-staff"),
    CHAT_STOPPED("chat-stopped"),
    SCREEN_TAKEN("screen-taken"),
    SCREEN_NOT_ALLOWED("screen-not-allowed"),
    CAMERAS_OFF("cameras-off"),
    ONLY_LISTENS("only-listens"),
    NOT_FOR_GUESTS("not-for-guests"),
    NO_BREAKS("no-breaks"),
    NO_FORM("no-form"),
    NO_WORKSHEET("no-worksheet"),
    STAYS_PRIVATE("stays-private"),
    NO_CARD("no-card"),
    ALREADY_THERE("already-there"),
    NO_ROOM("no-room"),
    UNKNOWN("unknown", Place.CLINIC),
    OVER_SIZE("over-size", Place.CLINIC),
    ONE_PERSON("one-person", Place.CLINIC),
    NUMBER_TAKEN("number-taken", Place.CLINIC),
    TOO_MANY_SHEETS("too-many-sheets", Place.CLINIC),
    TOO_MANY_NOTES("too-many-notes", Place.CLINIC),
    GROUP_CLOSED("group-closed", Place.CLINIC),
    NOT_STAFF("not-staff", Place.CLINIC),
    NOT_ENROLLED("not-enrolled", Place.CLINIC),
    NOT_NEXT("not-next", Place.CLINIC),
    BEFORE_LAST("before-last", Place.CLINIC),
    NO_END("no-end", Place.CLINIC),
    NO_RULE("no-rule", Place.CLINIC),
    NO_LENGTH("no-length", Place.CLINIC),
    NO_REASON("no-reason", Place.CLINIC),
    BEGUN("begun", Place.CLINIC),
    NO_SUCH_QUESTION("no-such-question", Place.CLINIC),
    NOT_AN_ANSWER("not-an-answer", Place.CLINIC),
    OUT_OF_RANGE("out-of-range", Place.CLINIC),
    TOO_MANY_ROWS("too-many-rows", Place.CLINIC);

    /// Where it is answered: in a meeting's pages, which must know its words, or only by the clinic's own.
    private enum Place {
        MEETING,
        CLINIC
    }

    private final String wire;
    private final Place place;

    RefusalCode(String wire) {
        this(wire, Place.MEETING);
    }

    RefusalCode(String wire, Place place) {
        this.wire = wire;
        this.place = place;
    }

    public boolean inMeetings() {
        return place == Place.MEETING;
    }

    public String wire() {
        return wire;
    }
}
