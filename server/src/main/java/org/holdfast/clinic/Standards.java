package org.holdfast.clinic;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import org.holdfast.decision.DamagedLog;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Ids;
import org.holdfast.decision.Named;
import org.holdfast.decision.RefusalCode;
import org.holdfast.decision.Stamp;
import org.holdfast.session.AttendanceRules;
import org.jspecify.annotations.Nullable;

/// What holds in the whole clinic: by which rules minutes become credit, in which zone its days begin, with which
/// credential its staff sign, and what it is called. A group may have rules of its own; all of them are counted
/// together, so that the number on a sheet names one wording.
///
/// @param rules those that stand; a clinic that never adopted any has the ones that Holdfast comes with
/// @param ofGroups those of groups that do not take the clinic's
/// @param newest the number of the last wording
/// @param credentials of staff, by person
/// @param name what stands on a paper for whoever wishes it there; absent until the clinic says it
public record Standards(
        AttendanceRules rules,
        SortedMap<GroupId, AttendanceRules> ofGroups,
        int newest,
        ZoneId zone,
        SortedMap<String, String> credentials,
        @Nullable String name) {
    public static final int LONGEST_CREDENTIAL = 60;
    public static final int LONGEST_NAME = 80;

    static final Standards NEW = new Standards(
            AttendanceRules.DEFAULT,
            Collections.emptySortedMap(),
            AttendanceRules.DEFAULT.version(),
            ZoneOffset.UTC,
            Collections.emptySortedMap(),
            null);

    public sealed interface Command extends ClinicCommand {}

    /// Other rules for all sessions that open from now on. The log gives them the next number.
    public record AdoptRules(AttendanceRules rules) implements Command {}

    /// @param rules absent for those of the clinic again
    public record AdoptGroupRules(GroupId group, @Nullable AttendanceRules rules) implements Command {}

    public record SetZone(ZoneId zone) implements Command {}

    /// @param name absent or blank for none
    public record SetName(@Nullable String name) implements Command {}

    /// What stands behind this person's name when they sign.
    public record KeepCredential(String person, String credential) implements Command {
        public KeepCredential {
            Ids.check(person);
        }
    }

    public sealed interface Event extends ClinicEvent {}

    @Named("rules.adopted")
    public record RulesAdopted(AttendanceRules rules) implements Event {}

    @Named("group.rules-adopted")
    public record GroupRulesAdopted(GroupId group, @Nullable AttendanceRules rules) implements Event {}

    @Named("zone.set")
    public record ZoneSet(ZoneId zone) implements Event {}

    /// In plain words: it stands beside the clinic's door.
    @Named("name.set")
    public record NameSet(@Nullable String name) implements Event {}

    /// In plain words: it stands on every sheet that its holder signs.
    @Named("credential.kept")
    public record CredentialKept(String person, String credential) implements Event {}

    static Decision<ClinicEvent> decide(Clinic clinic, Command command) {
        var standing = clinic.standards();
        return switch (command) {
            case AdoptRules(var rules) ->
                standing.same(rules, standing.rules)
                        ? Decision.accept()
                        : Decision.accept(new RulesAdopted(rules.as(standing.newest + 1)));
            case AdoptGroupRules(var group, var rules) -> {
                if (clinic.groups().group(group) == null) yield Decision.refuse(RefusalCode.UNKNOWN);
                yield standing.same(rules, standing.ofGroups.get(group))
                        ? Decision.accept()
                        : Decision.accept(
                                new GroupRulesAdopted(group, rules == null ? null : rules.as(standing.newest + 1)));
            }
            case SetZone(var zone) ->
                zone.equals(standing.zone) ? Decision.accept() : Decision.accept(new ZoneSet(zone));
            case SetName(var typed) -> {
                var name = typed == null || typed.isBlank() ? null : typed.strip();
                if (Objects.equals(name, standing.name)) yield Decision.accept();
                yield name == null || Texts.fits(name, LONGEST_NAME)
                        ? Decision.accept(new NameSet(name))
                        : Decision.refuse(RefusalCode.TOO_LONG);
            }
            case KeepCredential(var person, var typed) -> {
                var credential = typed.strip();
                if (credential.equals(standing.credentials.get(person))) yield Decision.accept();
                yield Texts.fits(credential, LONGEST_CREDENTIAL)
                        ? Decision.accept(new CredentialKept(person, credential))
                        : Decision.refuse(RefusalCode.TOO_LONG);
            }
        };
    }

    /// Whatever number they came with.
    private boolean same(@Nullable AttendanceRules rules, @Nullable AttendanceRules standing) {
        if (rules == null || standing == null) return rules == standing;
        return rules.as(standing.version()).equals(standing);
    }

    Standards apply(Event event, Stamp stamp) {
        return switch (event) {
            case RulesAdopted(var adopted) ->
                new Standards(adopted, ofGroups, next(adopted, stamp), zone, credentials, name);
            case GroupRulesAdopted(var group, var adopted) -> {
                var groups =
                        adopted == null ? Collected.without(ofGroups, group) : Collected.with(ofGroups, group, adopted);
                yield new Standards(
                        rules, groups, adopted == null ? newest : next(adopted, stamp), zone, credentials, name);
            }
            case ZoneSet(var set) -> new Standards(rules, ofGroups, newest, set, credentials, name);
            case NameSet(var set) -> new Standards(rules, ofGroups, newest, zone, credentials, set);
            case CredentialKept(var person, var credential) ->
                new Standards(rules, ofGroups, newest, zone, Collected.with(credentials, person, credential), name);
        };
    }

    private int next(AttendanceRules adopted, Stamp stamp) {
        if (adopted.version() == newest + 1) return adopted.version();
        throw new DamagedLog("Entry " + stamp.seq() + " adopts version " + adopted.version()
                + " of the rules after version " + newest);
    }
}
