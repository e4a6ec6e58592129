package org.holdfast.web;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.holdfast.audit.AuditEvent;
import org.holdfast.audit.Noted;
import org.holdfast.decision.Actor;
import org.holdfast.decision.Entry;
import org.holdfast.decision.Ids;
import org.holdfast.directory.AuditTrail;
import org.holdfast.directory.AuditTrail.Place;
import org.holdfast.identity.staff.StaffSignIns;
import org.holdfast.session.MemberId;
import org.holdfast.web.ClinicViews.StaffLine;
import org.jspecify.annotations.Nullable;

/// Which notes an auditor asks for.
final class AuditWishes {
    static final Duration USUAL = Duration.ofDays(31);
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern GAPS = Pattern.compile("[\\s-]+");

    private final Colleagues colleagues;
    private final InstantSource clock;

    AuditWishes(Colleagues colleagues, InstantSource clock) {
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /// @param people whom the notes are by or about; absent when they may be anybody's
    record Asked(
            Instant from,
            Instant to,
            Noted.@Nullable Kind what,
            @Nullable Set<MemberId> people,
            @Nullable Place after) {
        AuditTrail.Wish wish(Desk desk, int most) {
            return new AuditTrail.Wish(desk.id(), from, to, fits(), after, most);
        }

        /// The only one that these notes are by or about.
        @Nullable
        String one() {
            return people == null || people.size() != 1
                    ? null
                    : people.iterator().next().value();
        }

        private Predicate<Entry<AuditEvent>> fits() {
            return entry -> entry.events().stream().map(Noted::of).anyMatch(noted -> fits(entry.by(), noted));
        }

        boolean fits(Actor by, Noted noted) {
            return (what == null || what == noted.kind())
                    && (people == null || isOne(person(by)) || isOne(noted.person()));
        }

        private boolean isOne(@Nullable String person) {
            return person != null && people != null && people.contains(new MemberId(person));
        }
    }

    /// Who did it, if it was a person.
    static @Nullable String person(Actor by) {
        return switch (by) {
            case Actor.Person(var id) -> id;
            case Actor.Node _ -> null;
        };
    }

    Future<Asked> asked(RoutingContext context) {
        var desk = Desk.of(context);
        var query = context.queryParams();
        try {
            var until = query.get("to");
            var to = until == null ? clock.instant().plusSeconds(1) : Instant.parse(until);
            var since = query.get("from");
            var from = since == null ? to.minus(USUAL) : Instant.parse(since);
            var what = what(query);
            var after = query.get("after");
            var place = after == null ? null : place(after);
            return people(query.get("person"), desk).map(people -> new Asked(from, to, what, people, place));
        } catch (DateTimeException | IllegalArgumentException _) {
            return Future.failedFuture(Problem.MALFORMED.raised());
        }
    }

    private static Noted.@Nullable Kind what(MultiMap query) {
        var what = query.get("what");
        return what == null ? null : Noted.Kind.valueOf(what.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /// By record number; staff also by the first letters of each part of their name, as people type when they are in a
    /// hurry; else by the id of somebody the clinic knows.
    private Future<@Nullable Set<MemberId>> people(@Nullable String said, Desk desk) {
        if (said == null || said.isBlank()) return Future.succeededFuture(null);
        var numbered = desk.clinic().people().numbered(said);
        if (numbered != null) return Future.succeededFuture(Set.of(numbered));
        var words = Arrays.stream(GAPS.split(plain(said)))
                .filter(word -> !word.isEmpty())
                .toList();
        return colleagues.everybody(desk).map(staff -> {
            var called = new TreeSet<MemberId>();
            for (var each : staff) if (isCalled(each, words)) called.add(each.id());
            var id = said.strip();
            if (called.isEmpty() && Ids.wellFormed(id) && isKnown(new MemberId(id), desk)) called.add(new MemberId(id));
            return called;
        });
    }

    private static boolean isCalled(StaffLine staff, List<String> words) {
        var parts = GAPS.split(plain(staff.name()));
        return words.stream().allMatch(word -> Arrays.stream(parts).anyMatch(part -> part.startsWith(word)));
    }

    private static String plain(String words) {
        return MARKS.matcher(Normalizer.normalize(words, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private static boolean isKnown(MemberId member, Desk desk) {
        return desk.clinic().people().knows(member)
                || desk.clinic().guests().guest(member) != null
                || StaffSignIns.isService(member.value());
    }

    static String text(Place place) {
        var text = place.month() + " " + place.at() + " " + place.seq() + " " + place.log();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Place place(String text) {
        var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 4);
        if (parts.length != 4) throw new IllegalArgumentException("Not a place");
        return new Place(YearMonth.parse(parts[0]), Instant.parse(parts[1]), parts[3], Long.parseLong(parts[2]));
    }
}
