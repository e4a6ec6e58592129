package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.holdfast.audit.AuditCommand.OpenFile;
import org.holdfast.audit.AuditEvent;
import org.holdfast.audit.AuditEvent.FileKind;
import org.holdfast.clinic.Texts;
import org.holdfast.decision.Actor;
import org.holdfast.decision.Entry;
import org.holdfast.decision.Ids;
import org.holdfast.directory.AuditTrail;
import org.holdfast.directory.AuditTrail.Place;
import org.holdfast.directory.PersonLogs;
import org.holdfast.json.RecordJson;
import org.holdfast.session.MemberId;
import org.holdfast.web.AuditChains.ChainReport;
import org.holdfast.web.AuditViews.AuditList;
import org.holdfast.web.AuditViews.AuditNote;
import org.holdfast.web.AuditViews.AuditPerson;
import org.holdfast.web.AuditViews.What;
import org.jspecify.annotations.Nullable;

/// Who opened what in the clinic, for its auditors. That this is read is noted like any other reading.
final class AuditPages {
    static final int PAGE = 100;
    static final Duration USUAL = Duration.ofDays(31);

    private static final RecordJson<AuditList> LIST = RecordJson.of(AuditList.class);
    private static final RecordJson<ChainReport> CHAIN = RecordJson.of(ChainReport.class);

    private final AuditTrail trail;
    private final AuditChains chains;
    private final PersonLogs people;
    private final Noting noting;
    private final InstantSource clock;

    AuditPages(AuditTrail trail, AuditChains chains, PersonLogs people, Noting noting, InstantSource clock) {
        this.trail = trail;
        this.chains = chains;
        this.people = people;
        this.noting = noting;
        this.clock = clock;
    }

    Future<@Nullable JsonObject> list(RoutingContext context) {
        var desk = Desk.of(context);
        var wish = wish(context, desk);
        var about = person(context, "about", desk);
        return noting.first(desk.id(), new OpenFile(about, FileKind.AUDIT, null), desk.me())
                .compose(_ -> trail.page(wish))
                .compose(page -> {
                    var staff = staff(page, desk);
                    return CalledPeople.names(people, staff)
                            .map(names -> new JsonObject(LIST.print(
                                    view(page, id -> called(id, desk, staff.contains(id) ? names.of(id) : null)))));
                });
    }

    /// Tells nobody's data, so it is not noted.
    Future<@Nullable JsonObject> chain(RoutingContext context) {
        return chains.of(Desk.of(context).id()).map(report -> new JsonObject(CHAIN.print(report)));
    }

    private AuditTrail.Wish wish(RoutingContext context, Desk desk) {
        var query = context.queryParams();
        try {
            var until = query.get("to");
            var to = until == null ? clock.instant().plusSeconds(1) : Instant.parse(until);
            var since = query.get("from");
            var from = since == null ? to.minus(USUAL) : Instant.parse(since);
            var after = query.get("after");
            var what = query.get("what");
            return new AuditTrail.Wish(
                    desk.id(),
                    from,
                    to,
                    fits(
                            person(context, "who", desk),
                            what == null
                                    ? null
                                    : What.valueOf(what.replace('-', '_').toUpperCase(Locale.ROOT)),
                            person(context, "about", desk)),
                    after == null ? null : place(after),
                    PAGE);
        } catch (DateTimeException | IllegalArgumentException _) {
            throw Problem.MALFORMED.raised();
        }
    }

    private static Predicate<Entry<AuditEvent>> fits(
            @Nullable String who, @Nullable What what, @Nullable String about) {
        return entry -> (who == null || who.equals(id(entry.by())))
                && entry.events().stream()
                        .anyMatch(event -> (what == null || what == What.of(event))
                                && (about == null || about.equals(AuditViews.person(event))));
    }

    /// By record number, or by id where no such number is known. Whoever is not of this clinic has no notes in it.
    private static @Nullable String person(RoutingContext context, String parameter, Desk desk) {
        var said = context.queryParams().get(parameter);
        if (said == null || said.isBlank()) return null;
        var numbered = desk.clinic().people().numbered(said);
        if (numbered != null) return numbered.value();
        return Ids.wellFormed(said.strip()) ? said.strip() : "nobody";
    }

    private static TreeSet<MemberId> staff(AuditTrail.Page page, Desk desk) {
        var staff = new TreeSet<MemberId>();
        for (var note : page.notes()) {
            var event = note.entry().events().getFirst();
            var about = AuditViews.person(event);
            var by = id(note.entry().by());
            if (about != null && isStaff(about, desk)) staff.add(new MemberId(about));
            if (by != null && (isStaff(by, desk) || hasAccount(by, about, desk))) staff.add(new MemberId(by));
        }
        return staff;
    }

    private static boolean isStaff(String id, Desk desk) {
        return desk.clinic().people().isStaff(new MemberId(id));
    }

    /// Who signs in with an account may stand in no book of the clinic; who takes along what is their own is no staff.
    private static boolean hasAccount(String by, @Nullable String about, Desk desk) {
        var member = new MemberId(by);
        return !by.equals(about)
                && !desk.clinic().people().knows(member)
                && desk.clinic().guests().guest(member) == null;
    }

    private static AuditList view(AuditTrail.Page page, Function<MemberId, AuditPerson> called) {
        var notes = new ArrayList<AuditNote>();
        for (var note : page.notes()) {
            var by = id(note.entry().by());
            for (var event : note.entry().events()) {
                var about = AuditViews.person(event);
                notes.add(new AuditNote(
                        note.entry().at(),
                        by == null ? new AuditPerson(null, null, null) : called.apply(new MemberId(by)),
                        What.of(event),
                        about == null ? null : called.apply(new MemberId(about)),
                        AuditViews.session(event),
                        AuditViews.group(event),
                        AuditViews.log(event)));
            }
        }
        var next = page.next();
        return new AuditList(
                notes, next == null ? null : text(next), page.damaged().size());
    }

    private static AuditPerson called(MemberId id, Desk desk, @Nullable String name) {
        var known = desk.clinic().people().known(id);
        return new AuditPerson(id.value(), name, known == null ? null : Texts.text(known.number()));
    }

    private static @Nullable String id(Actor by) {
        return switch (by) {
            case Actor.Person(var id) -> id;
            case Actor.Node _ -> null;
        };
    }

    private static String text(Place place) {
        var text = place.month() + " " + place.at() + " " + place.seq() + " " + place.log();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Place place(String text) {
        var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 4);
        if (parts.length != 4) throw new IllegalArgumentException("Not a place");
        return new Place(YearMonth.parse(parts[0]), Instant.parse(parts[1]), parts[3], Long.parseLong(parts[2]));
    }
}
