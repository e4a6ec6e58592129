package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.TreeSet;
import org.holdfast.clinic.GroupId;
import org.holdfast.clinic.Scheduling;
import org.holdfast.clinic.SeriesId;
import org.holdfast.clinic.Slot;
import org.holdfast.clinic.SlotId;
import org.holdfast.clinic.Slots;
import org.holdfast.decision.CommandId;
import org.holdfast.decision.RefusalCode;
import org.holdfast.directory.PersonLogs;
import org.holdfast.json.RecordJson;
import org.holdfast.live.Outcome;
import org.holdfast.session.MemberId;
import org.holdfast.web.ScheduleRequest.AddSlot;
import org.holdfast.web.ScheduleRequest.CancelSlot;
import org.holdfast.web.ScheduleRequest.DropHoliday;
import org.holdfast.web.ScheduleRequest.EndSeries;
import org.holdfast.web.ScheduleRequest.KeepHoliday;
import org.holdfast.web.ScheduleRequest.MakeSeries;
import org.holdfast.web.ScheduleRequest.MoveSlot;
import org.holdfast.web.ScheduleRequest.ReplaceSeries;
import org.holdfast.web.ScheduleRequest.RestoreSlot;
import org.holdfast.web.ScheduleViews.HolidayLine;
import org.holdfast.web.ScheduleViews.ScheduleView;
import org.jspecify.annotations.Nullable;

/// When the clinic's groups meet, for its staff. Who only leads groups sees those, and may move or cancel a session of
/// theirs; the series and the holidays are kept by those who keep the groups.
final class SchedulePages {
    /// As many days are shown at once.
    static final int MOST_DAYS = 62;
    /// So far ahead of today: what comes after was planned by nobody.
    private static final int MOST_YEARS = 2;

    private static final RecordJson<ScheduleView> VIEW = RecordJson.of(ScheduleView.class);
    private static final RecordJson<MakeSeries> MAKE = RecordJson.of(MakeSeries.class);
    private static final RecordJson<ReplaceSeries> REPLACE = RecordJson.of(ReplaceSeries.class);
    private static final RecordJson<EndSeries> END = RecordJson.of(EndSeries.class);
    private static final RecordJson<MoveSlot> MOVE = RecordJson.of(MoveSlot.class);
    private static final RecordJson<CancelSlot> CANCEL = RecordJson.of(CancelSlot.class);
    private static final RecordJson<RestoreSlot> RESTORE = RecordJson.of(RestoreSlot.class);
    private static final RecordJson<AddSlot> ADD = RecordJson.of(AddSlot.class);
    private static final RecordJson<KeepHoliday> KEEP = RecordJson.of(KeepHoliday.class);
    private static final RecordJson<DropHoliday> DROP = RecordJson.of(DropHoliday.class);

    private final PersonLogs people;
    private final InstantSource clock;

    SchedulePages(PersonLogs people, InstantSource clock) {
        this.people = people;
        this.clock = clock;
    }

    Future<@Nullable JsonObject> read(RoutingContext context) {
        var desk = Desk.of(context);
        var clinic = desk.clinic();
        var today = LocalDate.ofInstant(clock.instant(), clinic.zone());
        var from = day(context, "from", today);
        var to = day(context, "to", from);
        if (to.isBefore(from) || to.isAfter(from.plusDays(MOST_DAYS - 1L)) || to.isAfter(today.plusYears(MOST_YEARS)))
            throw Problem.MALFORMED.raised();
        var slots = Slots.of(clinic).on(from, to).stream()
                .filter(slot -> sees(desk, slot.group()))
                .toList();
        return CalledPeople.names(people, leads(desk, slots)).map(names -> {
            var series = clinic.schedule().series().values().stream()
                    .filter(one -> sees(desk, one.group()))
                    .filter(one -> one.last() == null || !one.last().isBefore(from))
                    .map(one -> ScheduleViews.line(one, desk.group(one.group())))
                    .toList();
            var lines = slots.stream()
                    .map(slot -> ScheduleViews.line(clinic, slot, names))
                    .toList();
            var holidays = clinic.schedule().holidays().subMap(from, to.plusDays(1)).entrySet().stream()
                    .map(holiday -> new HolidayLine(holiday.getKey(), holiday.getValue()))
                    .toList();
            return new JsonObject(
                    VIEW.print(new ScheduleView(clinic.zone(), today, from, to, series, lines, holidays)));
        });
    }

    private static LocalDate day(RoutingContext context, String name, LocalDate otherwise) {
        var said = context.request().getParam(name);
        try {
            return said == null ? otherwise : LocalDate.parse(said);
        } catch (DateTimeException e) {
            throw Problem.MALFORMED.raised();
        }
    }

    private static boolean sees(Desk desk, GroupId id) {
        var group = desk.clinic().groups().group(id);
        return group != null && desk.sees(group);
    }

    private static TreeSet<MemberId> leads(Desk desk, Iterable<Slot> slots) {
        var leads = new TreeSet<MemberId>();
        slots.forEach(slot -> leads.add(desk.group(slot.group()).lead()));
        return leads;
    }

    Future<@Nullable JsonObject> make(RoutingContext context) {
        var asked = MAKE.read(Operations.body(context).encode());
        var id = new SeriesId(FreshIds.of('r', Desk.of(context), asked.command()));
        return made(context, id.value(), new Scheduling.Make(id, asked.group(), asked.timing()), asked.command());
    }

    Future<@Nullable JsonObject> replace(RoutingContext context) {
        var asked = REPLACE.read(Operations.body(context).encode());
        var next = new SeriesId(FreshIds.of('r', Desk.of(context), asked.command()));
        var replace = new Scheduling.Replace(asked.series(), next, asked.timing());
        return made(context, next.value(), replace, asked.command());
    }

    Future<@Nullable JsonObject> end(RoutingContext context) {
        var asked = END.read(Operations.body(context).encode());
        return Desk.submit(context, new Scheduling.End(asked.series(), asked.last()), asked.command());
    }

    Future<@Nullable JsonObject> move(RoutingContext context) {
        var asked = MOVE.read(Operations.body(context).encode());
        var move = new Scheduling.Move(seen(context, asked.slot()), asked.to(), asked.reason());
        return Desk.submit(context, move, asked.command());
    }

    Future<@Nullable JsonObject> cancel(RoutingContext context) {
        var asked = CANCEL.read(Operations.body(context).encode());
        var cancel = new Scheduling.Cancel(seen(context, asked.slot()), asked.reason());
        return Desk.submit(context, cancel, asked.command());
    }

    Future<@Nullable JsonObject> restore(RoutingContext context) {
        var asked = RESTORE.read(Operations.body(context).encode());
        return Desk.submit(context, new Scheduling.Restore(seen(context, asked.slot())), asked.command());
    }

    Future<@Nullable JsonObject> add(RoutingContext context) {
        var asked = ADD.read(Operations.body(context).encode());
        var desk = Desk.of(context);
        var makesUp = asked.makesUp();
        if (makesUp != null) seen(context, makesUp);
        var members = asked.members() == null ? new TreeSet<MemberId>() : asked.members();
        if (!members.stream().allMatch(desk::sees)) {
            return Refused.unlessDone(new Outcome.Refused(RefusalCode.NOT_ENROLLED), Operations.language(context));
        }
        var id = new SlotId(FreshIds.of('x', desk, asked.command()));
        var group = desk.group(asked.group()).id();
        var add = new Scheduling.Add(id, group, asked.place(), asked.reason(), makesUp, members);
        return made(context, id.value(), add, asked.command());
    }

    Future<@Nullable JsonObject> keepHoliday(RoutingContext context) {
        var asked = KEEP.read(Operations.body(context).encode());
        return Desk.submit(context, new Scheduling.KeepHoliday(asked.day(), asked.name()), asked.command());
    }

    Future<@Nullable JsonObject> dropHoliday(RoutingContext context) {
        var asked = DROP.read(Operations.body(context).encode());
        return Desk.submit(context, new Scheduling.DropHoliday(asked.day()), asked.command());
    }

    private static SlotId seen(RoutingContext context, SlotId slot) {
        return Desk.of(context).slot(slot).id();
    }

    private static Future<@Nullable JsonObject> made(
            RoutingContext context, String id, Scheduling.Command command, CommandId wish) {
        return Desk.submit(context, command, wish).map(_ -> new JsonObject().put("id", id));
    }
}
