package org.holdfast.attendance;

/// The languages in which a sheet explains itself.
public enum Language {
    ENGLISH,
    SPANISH
}
