package org.holdfast.web;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.directory.Sessions;
import org.holdfast.person.SheetId;
import org.holdfast.session.MemberId;
import org.holdfast.session.Session;
import org.holdfast.session.WorksheetId;
import org.jspecify.annotations.Nullable;

/// The worksheets that were put before somebody in the meetings they came to, whether or not they wrote on them yet.
/// Also one that was closed meanwhile: what was written while a line was down still comes.
final class OfferedWorksheets {
    private final Sessions sessions;

    OfferedWorksheets(Sessions sessions) {
        this.sessions = sessions;
    }

    /// @param open whether it is before them now
    record Offered(SheetId sheet, String form, String version, String session, boolean open) {}

    Future<List<Offered>> of(String person) {
        return sessions.of(person).map(all -> {
            var offered = new ArrayList<Offered>();
            for (var session : all) {
                for (var id : session.worksheets().all().keySet()) {
                    var one = offered(session, id, new MemberId(person));
                    if (one != null) offered.add(one);
                }
            }
            return offered;
        });
    }

    /// Whoever asks for another is answered as for one that does not exist.
    Future<Offered> one(String person, SheetId id) {
        return of(person).map(all -> {
            for (var one : all) if (one.sheet().equals(id)) return one;
            throw Problem.NOT_FOUND.raised();
        });
    }

    private static @Nullable Offered offered(Session session, WorksheetId id, MemberId person) {
        var worksheet = session.worksheetOf(id, person);
        if (worksheet == null) return null;
        var open = worksheet.open() && !session.ended() && session.present(person) != null;
        return new Offered(
                new SheetId(id.value()),
                worksheet.form(),
                worksheet.version(),
                session.plan().session().value(),
                open);
    }
}
