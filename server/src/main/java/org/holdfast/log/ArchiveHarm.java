package org.holdfast.log;

/// What was done to a part of an archive.
public enum ArchiveHarm {
    ALTERED("was altered after it was stored"),
    CUT_OUT("is gone"),
    INSERTED("was never stored there"),
    END_ALTERED("ends elsewhere than its note says"),
    UNKNOWN_FORM("has a form that this version does not know");

    private final String words;

    ArchiveHarm(String words) {
        this.words = words;
    }

    String of(long first, long last) {
        var entries = first >= last ? "entry " + last : "entries " + first + " to " + last;
        return "the archive of " + entries + " " + words + ".";
    }
}
