package org.holdfast.session;

/// A worksheet that staff chose before the session. It lies there when the room opens, before nobody, until those who
/// lead open it.
///
/// @param worksheet drawn by whoever prepared it, as for one that is opened in the room
public record PreparedWorksheet(WorksheetId worksheet, String form, String version, Worksheet.Mode mode) {}
