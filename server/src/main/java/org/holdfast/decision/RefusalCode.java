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
    SCREEN_NOT_ALLOWED("screen-not-allowed");

    private final String wire;

    RefusalCode(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }
}
