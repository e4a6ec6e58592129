package org.holdfast.web;

import org.holdfast.decision.CommandId;
import org.holdfast.worksheet.Value;
import org.jspecify.annotations.Nullable;

/// What is asked about somebody's worksheets, as a page sends it.
sealed interface WorksheetRequest {
    /// Made by the page, so that a retry does nothing twice.
    CommandId command();

    /// @param row in a group that repeats
    /// @param value absent to clear the answer
    record AnswerWorksheet(
            CommandId command,
            String item,
            @Nullable String row,
            @Nullable Value value) implements WorksheetRequest {}

    record RemoveWorksheetRow(CommandId command, String row) implements WorksheetRequest {}

    /// @param version absent for the newest
    record GiveWorksheet(
            CommandId command, String form, @Nullable String version) implements WorksheetRequest {}

    /// @param words none to take the note back
    record NoteWorksheet(
            CommandId command, String item, @Nullable String row, String words) implements WorksheetRequest {}
}
