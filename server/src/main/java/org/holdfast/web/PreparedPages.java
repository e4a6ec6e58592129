package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.SortedSet;
import org.holdfast.clinic.Scheduling;
import org.holdfast.clinic.SlotId;
import org.holdfast.decision.Ids;
import org.holdfast.decision.RefusalCode;
import org.holdfast.json.RecordJson;
import org.holdfast.live.Outcome;
import org.holdfast.session.MemberId;
import org.holdfast.session.PreparedWorksheet;
import org.holdfast.session.Worksheet;
import org.holdfast.session.WorksheetId;
import org.holdfast.web.ScheduleRequest.PrepareSlot;
import org.jspecify.annotations.Nullable;

/// The worksheets that lie ready when a session opens, for those who see its group.
final class PreparedPages {
    private static final RecordJson<PreparedList> LIST = RecordJson.of(PreparedList.class);
    private static final RecordJson<PrepareSlot> PREPARE = RecordJson.of(PrepareSlot.class);

    /// In their order.
    record PreparedList(List<PreparedLine> worksheets) {}

    /// @param title absent where the clinic has the form no more
    record PreparedLine(
            WorksheetId worksheet,
            String form,
            String version,
            @Nullable String title,
            Worksheet.Mode mode,
            @Nullable SortedSet<MemberId> members) {}

    private final Papers papers;

    PreparedPages(Papers papers) {
        this.papers = papers;
    }

    Future<@Nullable JsonObject> read(RoutingContext context) {
        var desk = Desk.of(context);
        var asked = context.request().getParam("slot");
        if (asked == null || !Ids.wellFormed(asked)) throw Problem.MALFORMED.raised();
        var slot = desk.slot(new SlotId(asked)).id();
        var language = Papers.language(context);
        var lines = desk.clinic().schedule().prepared(slot).stream()
                .map(each -> line(each, language))
                .toList();
        return Future.succeededFuture(new JsonObject(LIST.print(new PreparedList(lines))));
    }

    private PreparedLine line(PreparedWorksheet each, String language) {
        var form = papers.form(each.form(), each.version());
        var title = form == null ? null : form.title().in(language);
        return new PreparedLine(each.worksheet(), each.form(), each.version(), title, each.mode(), each.members());
    }

    Future<@Nullable JsonObject> prepare(RoutingContext context) {
        var asked = PREPARE.read(Operations.body(context).encode());
        var slot = Desk.of(context).slot(asked.slot()).id();
        var there = asked.worksheets().stream().allMatch(each -> papers.form(each.form(), each.version()) != null);
        if (!there) {
            return Refused.unlessDone(new Outcome.Refused(RefusalCode.NO_FORM), Operations.language(context));
        }
        return Desk.submit(context, new Scheduling.Prepare(slot, asked.worksheets()), asked.command());
    }
}
