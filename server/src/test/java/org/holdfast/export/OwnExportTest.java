package org.holdfast.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.holdfast.attendance.AttendanceSheet;
import org.holdfast.attendance.Language;
import org.holdfast.attendance.Row;
import org.holdfast.decision.Actor;
import org.holdfast.decision.Entry;
import org.holdfast.json.SealedJson;
import org.holdfast.session.Admission;
import org.holdfast.session.Agreement;
import org.holdfast.session.Board;
import org.holdfast.session.Breaks;
import org.holdfast.session.Cast;
import org.holdfast.session.Chat;
import org.holdfast.session.Corrections;
import org.holdfast.session.Floor;
import org.holdfast.session.Help;
import org.holdfast.session.Interruption;
import org.holdfast.session.Life;
import org.holdfast.session.ListenOnly;
import org.holdfast.session.MediaLine;
import org.holdfast.session.MemberId;
import org.holdfast.session.Names;
import org.holdfast.session.Play;
import org.holdfast.session.Role;
import org.holdfast.session.Roster;
import org.holdfast.session.Screen;
import org.holdfast.session.SessionEvent;
import org.holdfast.session.SignOff;
import org.holdfast.session.Spotlight;
import org.holdfast.session.Worksheets;
import org.junit.jupiter.api.Test;

/// What one person is given of the record holds nothing of anybody else, whatever happened. The seed is printed; to
/// repeat a run, say `-Dholdfast.simulation.seed=…`.
class OwnExportTest {
    private static final int SESSIONS = 200;
    private static final long SEED = Long.getLong("holdfast.simulation.seed", System.nanoTime());
    private static final SealedJson<SessionEvent> EVENTS = SealedJson.of(SessionEvent.class);
    /// What people typed in the sessions that are played.
    private static final String TYPED = "canary";

    private static final Names NAMES = member -> "Called " + member.value().toUpperCase(Locale.ROOT);

    /// The same session with ids that stand in no word, and perhaps later in its log.
    private static List<Entry<SessionEvent>> renamed(List<Entry<SessionEvent>> entries, long later) {
        var renamed = new ArrayList<Entry<SessionEvent>>();
        for (var entry : entries) {
            var events = entry.events().stream()
                    .map(EVENTS::print)
                    .map(event -> later(renamed(event), later))
                    .map(EVENTS::read)
                    .toList();
            var by = entry.by() instanceof Actor.Person(var id)
                    ? new Actor.Person(renamed(new MemberId(id)).value())
                    : entry.by();
            renamed.add(new Entry<>(entry.seq() + later, entry.at(), by, entry.command(), events));
        }
        return renamed;
    }

    private static String renamed(String event) {
        var next = event;
        for (var member : Play.members()) {
            next = next.replace(
                    '"' + member.value() + '"', '"' + renamed(member).value() + '"');
        }
        return next;
    }

    private static MemberId renamed(MemberId member) {
        return new MemberId("qzx-" + member.value());
    }

    private static String later(String event, long later) {
        return Pattern.compile("\"sheet\":(\\d+)")
                .matcher(event)
                .replaceAll(found -> "\"sheet\":" + (Long.parseLong(found.group(1)) + later));
    }

    /// Who was put into the group meanwhile among them. Nobody is given anything who had no time to come.
    private static List<MemberId> onTheSheet(Play play) {
        var sheet = AttendanceSheet.of(play.entries(), play.now());
        return sheet.rows().stream()
                .filter(row -> row.role() == Role.PARTICIPANT)
                .map(Row::member)
                .toList();
    }

    private static List<Export> exports(Play play, MemberId person, long later) {
        return exports(renamed(play.entries(), later), play, person);
    }

    private static List<Export> exports(List<Entry<SessionEvent>> entries, Play play, MemberId person) {
        var all = new ArrayList<Export>();
        for (var language : Language.values()) {
            var source = new Source(entries, NAMES, language, renamed(person), play.now());
            all.add(Export.sheetAsCsv(source));
            all.add(Export.sheetAsJson(source));
            all.add(Export.timelineAsCsv(source));
            all.add(Export.timelineAsJson(source));
        }
        return all;
    }

    @Test
    void nobody_else_shows_in_it_and_nothing_that_anybody_typed() {
        System.out.println("Exporting " + SESSIONS + " sessions, -Dholdfast.simulation.seed=" + SEED);
        for (var index = 0; index < SESSIONS; index++) {
            var number = index;
            var play = Play.of(SEED, number);
            for (var person : onTheSheet(play)) {
                for (var export : exports(play, person, 0)) {
                    var text = export.text();
                    assertTrue(text.contains(renamed(person).value())
                            || export.name().startsWith("timeline"));
                    for (var other : Play.members()) {
                        if (other.equals(person)) continue;
                        var said = "Session " + number + " shows " + other + " to " + person + ": ";
                        assertFalse(text.contains(renamed(other).value()), () -> said + text);
                        assertFalse(text.contains(NAMES.of(renamed(other))), () -> said + text);
                    }
                    assertFalse(text.contains(TYPED), text);
                    assertFalse(text.contains("Evening group"), text);
                }
            }
        }
    }

    /// Places in the log count what others do.
    @Test
    void it_is_the_same_however_much_stood_in_the_log_before() {
        for (var number = 0; number < SESSIONS / 4; number++) {
            var play = Play.of(SEED, number);
            for (var person : onTheSheet(play)) assertEquals(exports(play, person, 0), exports(play, person, 1_000));
        }
    }

    @Test
    void it_is_the_same_whatever_others_did_with_hand_microphone_and_screen_and_whoever_asked_for_help() {
        var left = 0;
        for (var number = 0; number < SESSIONS / 2; number++) {
            var play = Play.of(SEED, number);
            for (var person : onTheSheet(play)) {
                var quiet = withoutOthers(play.entries(), person);
                left += play.entries().size() - quiet.size();
                assertEquals(exports(play, person, 0), exports(renamed(quiet, 0), play, person), "session " + number);
            }
        }
        assertTrue(left > SESSIONS, "Too little was left out to show anything");
    }

    private static List<Entry<SessionEvent>> withoutOthers(List<Entry<SessionEvent>> entries, MemberId person) {
        var quiet = new ArrayList<Entry<SessionEvent>>();
        for (var entry : entries) {
            var events = entry.events().stream()
                    .filter(event -> !isOthersOwn(event, person))
                    .toList();
            if (!events.isEmpty()) quiet.add(new Entry<>(entry.seq(), entry.at(), entry.by(), entry.command(), events));
        }
        return quiet;
    }

    private static boolean isOthersOwn(SessionEvent event, MemberId person) {
        var own = switch (event) {
            case Floor.Event _, Help.Event _, Screen.Event _, ListenOnly.Event _, Agreement.Event _ -> true;
            // Whether those who led could be heard stands on everybody's sheet, as that they were there does.
            case MediaLine.Event _ -> Cast.STAFF.stream().noneMatch(staff -> isAbout(event, staff));
            case Life.Event _, Admission.Event _, Interruption.Event _, Chat.Event _, Spotlight.Event _ -> false;
            case Breaks.Event _, Corrections.Event _, SignOff.Event _, Roster.Event _ -> false;
            case Worksheets.Opened(var _, var _, var _, var _, var members, var _) ->
                members != null && !members.contains(person);
            case Worksheets.Event _, Board.Event _ -> true;
        };
        return own && !isAbout(event, person);
    }

    private static boolean isAbout(SessionEvent event, MemberId person) {
        return EVENTS.print(event).contains("\"member\":\"" + person.value() + '"');
    }

    /// So that what is not found above is not missing for another reason.
    @Test
    void what_is_for_staff_names_everybody() {
        var play = Play.of(1, 1);
        var entries = renamed(play.entries(), 0);
        var source = new Source(entries, NAMES, Language.ENGLISH, null, play.now());
        for (var member : onTheSheet(play)) {
            assertTrue(Export.sheetAsCsv(source).text().contains(NAMES.of(renamed(member))));
            assertTrue(
                    Export.sheetAsJson(source).text().contains(renamed(member).value()));
        }
    }
}
