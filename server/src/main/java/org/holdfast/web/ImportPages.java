package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.holdfast.audit.AuditCommand.OpenFile;
import org.holdfast.audit.AuditEvent.FileKind;
import org.holdfast.decision.CommandId;
import org.holdfast.directory.PersonLogs;
import org.holdfast.intake.Column;
import org.holdfast.intake.RosterCsv;
import org.holdfast.json.RecordJson;
import org.jspecify.annotations.Nullable;

/// A roster from elsewhere. What would become of it can be looked at before anything is written; brought twice, it
/// changes nothing the second time.
final class ImportPages {
    private static final RecordJson<ImportPeople> ASKED = RecordJson.of(ImportPeople.class);
    private static final RecordJson<ImportView> VIEW = RecordJson.of(ImportView.class);

    /// @param columns which header is which column, where the file has names of its own
    /// @param dryRun whether it is only looked at
    record ImportPeople(
            CommandId command, String csv, @Nullable Map<Column, String> columns, boolean dryRun) {}

    /// @param text in the language of who asked
    record FaultLine(long line, @Nullable Column column, String text) {}

    /// @param unread headers that no column was found for
    record ImportView(
            boolean dryRun,
            int added,
            int changed,
            int same,
            List<FaultLine> faults,
            Map<Column, String> columns,
            List<String> unread) {}

    private final PersonLogs people;
    private final Noting noting;
    private final InstantSource clock;

    ImportPages(PersonLogs people, Noting noting, InstantSource clock) {
        this.people = people;
        this.noting = noting;
        this.clock = clock;
    }

    Future<@Nullable JsonObject> bring(RoutingContext context) {
        var asked = ASKED.read(Operations.body(context).encode());
        if (asked.csv().length() > RosterCsv.LONGEST) throw Problem.TOO_BIG.raised();
        var desk = Desk.of(context);
        var language = Operations.language(context);
        var columns = asked.columns();
        var roster = RosterCsv.read(asked.csv(), columns == null ? Map.of() : columns);
        // It tells whom the clinic knows already.
        return noting.first(desk.id(), new OpenFile(null, FileKind.PEOPLE, null), desk.me())
                .compose(_ -> new RosterImport(people, desk, asked.command(), asked.dryRun(), language, clock.instant())
                        .of(roster))
                .map(view -> new JsonObject(VIEW.print(view)));
    }
}
