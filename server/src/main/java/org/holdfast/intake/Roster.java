package org.holdfast.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.holdfast.clinic.People.Part;
import org.holdfast.person.PersonEvent.Channel;
import org.holdfast.person.PersonEvent.Speaks;
import org.jspecify.annotations.Nullable;

/// A file as it was read: the rows that say something, and what is wrong with the others.
///
/// @param columns by which header each was found
/// @param unread headers that nobody asked for
public record Roster(SortedMap<Column, String> columns, List<String> unread, List<Row> rows, List<Fault> faults) {
    /// @param line in the file, from 1
    /// @param column absent when it is the whole row, or the file
    public record Fault(long line, @Nullable Column column, Trouble trouble) {}

    /// Whom to call for them.
    public record Contact(String name, String phone) {}

    /// What is absent was not in the file, and stays as it is.
    public record Row(
            long line,
            String number,
            String name,
            Part part,
            @Nullable LocalDate admitted,
            @Nullable Speaks speaks,
            @Nullable Channel channel,
            @Nullable String email,
            @Nullable String phone,
            @Nullable Contact contact,
            @Nullable String group) {}
}
