package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.holdfast.attendance.Language;
import org.holdfast.audit.AuditCommand.ExportNotes;
import org.holdfast.audit.AuditCommand.OpenFile;
import org.holdfast.audit.AuditEvent.ExportFormat;
import org.holdfast.audit.AuditEvent.FileKind;
import org.holdfast.directory.AuditLogs;
import org.holdfast.directory.AuditTrail;
import org.holdfast.export.AuditCsv;
import org.holdfast.export.Export;
import org.holdfast.identity.SignIns;
import org.holdfast.json.RecordJson;
import org.holdfast.web.AuditChains.Chain;
import org.holdfast.web.AuditViews.AuditList;
import org.holdfast.web.AuditViews.AuditNote;
import org.holdfast.web.AuditViews.AuditPerson;
import org.holdfast.web.AuditViews.ChainReport;
import org.holdfast.web.AuditViews.ChainView;
import org.holdfast.web.AuditWishes.Asked;
import org.jspecify.annotations.Nullable;

/// Who opened what in the clinic, for its auditors, on a page or as a file. That this is read or leaves is noted like
/// any other reading.
final class AuditPages {
    static final int PAGE = 50;
    /// So many a file has at the most; it says so when there are more.
    static final int FILE = 10_000;

    private static final RecordJson<AuditList> LIST = RecordJson.of(AuditList.class);
    private static final RecordJson<ChainReport> CHAIN = RecordJson.of(ChainReport.class);

    private final AuditTrail trail;
    private final AuditChains chains;
    private final AuditWishes wishes;
    private final AuditNotes notes;
    private final SignIns signIns;
    private final Noting noting;
    private final InstantSource clock;

    AuditPages(WebServer.Parts parts, Colleagues colleagues, Noting noting) {
        this.trail = parts.trail();
        this.chains = parts.chains();
        this.wishes = new AuditWishes(colleagues, parts.clock());
        this.notes = new AuditNotes(parts.people(), parts.sessions());
        this.signIns = parts.signIns();
        this.noting = noting;
        this.clock = parts.clock();
    }

    Future<@Nullable JsonObject> list(RoutingContext context) {
        var desk = Desk.of(context);
        return wishes.asked(context)
                .compose(asked -> noting.first(desk.id(), new OpenFile(asked.one(), FileKind.AUDIT, null), desk.me())
                        .compose(_ -> trail.page(asked.wish(desk, PAGE)))
                        .compose(page -> list(page, asked, desk)));
    }

    private Future<@Nullable JsonObject> list(AuditTrail.Page page, Asked asked, Desk desk) {
        var shown = notes.of(page, asked, desk);
        var people = notes.asked(asked, desk);
        return Future.all(shown, people).map(_ -> {
            var next = page.next();
            return new JsonObject(LIST.print(new AuditList(
                    shown.result(),
                    people.result(),
                    next == null ? null : AuditWishes.text(next),
                    page.damaged().size())));
        });
    }

    /// Names leave the clinic only with whoever has just shown who they are.
    void export(RoutingContext context) {
        var desk = Desk.of(context);
        FreshSignIn.shown(signIns, SeatGate.seat(context), now())
                .compose(_ -> wishes.asked(context))
                .compose(asked -> noting.first(desk.id(), new ExportNotes(asked.one(), ExportFormat.CSV), desk.me())
                        .compose(_ -> trail.page(asked.wish(desk, FILE)))
                        .compose(page -> notes.of(page, asked, desk)
                                .map(shown -> file(shown, asked, page, desk, Operations.language(context)))))
                .map(export -> "true".equals(context.queryParams().get("bom")) ? export.marked() : export)
                .onFailure(context::fail)
                .onSuccess(export -> Operations.attach(context, export));
    }

    private Export file(List<AuditNote> shown, Asked asked, AuditTrail.Page page, Desk desk, Language language) {
        var lines = shown.stream()
                .map(note -> new AuditCsv.Line(
                        note.at(),
                        called(note.who()),
                        note.who().id(),
                        note.what(),
                        called(note.about()),
                        note.about() == null ? null : note.about().id(),
                        note.session() == null ? null : note.session().title(),
                        note.session() == null ? null : note.session().id(),
                        note.group() == null ? null : note.group().title(),
                        note.log()))
                .toList();
        var unread = page.damaged().size();
        return Export.auditAsCsv(new AuditCsv.Source(
                lines,
                page.next() != null,
                unread,
                asked.from(),
                asked.to(),
                now(),
                desk.clinic().zone(),
                language));
    }

    private static @Nullable String called(@Nullable AuditPerson person) {
        if (person == null) return null;
        return person.name() == null ? person.number() : person.name();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// Tells nobody's data, so it is not noted.
    Future<@Nullable JsonObject> chain(RoutingContext context) {
        var language = Operations.language(context);
        return chains.of(Desk.of(context).id())
                .map(report -> new JsonObject(CHAIN.print(new ChainReport(
                        report.at(),
                        report.chains().stream()
                                .map(chain -> view(chain, language))
                                .toList(),
                        report.older()))));
    }

    private static ChainView view(Chain chain, Language language) {
        var log = chain.log();
        return new ChainView(
                log.toString(),
                log.kind().equals("audit") ? AuditLogs.month(log).toString() : null,
                chain.state(),
                chain.entries(),
                chain.harmed(),
                chain.signed(),
                chain.signedAt(),
                ChainTexts.of(chain, language));
    }
}
