package org.holdfast.clinic;

import java.time.Instant;
import java.time.ZoneId;
import org.holdfast.decision.Actor;
import org.holdfast.decision.Decider;
import org.holdfast.decision.Decision;
import org.holdfast.decision.Stamp;
import org.holdfast.session.AttendanceRules;
import org.jspecify.annotations.Nullable;

/// The clinic as its log tells it: a slice for each topic, which lies in a file with its commands, events and rules.
public record Clinic(
        Standards standards, People people, Enrolment enrolment, Groups groups, Guests guests, Schedule schedule) {
    public static final Decider<Clinic, ClinicCommand, ClinicEvent> DECIDER = new ClinicDecider();

    static final Clinic NEW =
            new Clinic(Standards.NEW, People.NOBODY, Enrolment.NONE, Groups.NONE, Guests.NONE, Schedule.NONE);

    public AttendanceRules rules() {
        return standards.rules();
    }

    /// For a session of this group.
    public AttendanceRules rules(GroupId group) {
        return standards.ofGroups().getOrDefault(group, standards.rules());
    }

    public ZoneId zone() {
        return standards.zone();
    }

    /// For a paper, where somebody wishes it there.
    public @Nullable String name() {
        return standards.name();
    }

    public @Nullable String credential(String person) {
        return standards.credentials().get(person);
    }

    private static final class ClinicDecider implements Decider<Clinic, ClinicCommand, ClinicEvent> {
        @Override
        public Clinic initial() {
            return NEW;
        }

        @Override
        public Decision<ClinicEvent> decide(Clinic clinic, ClinicCommand command, Actor by, Instant now) {
            return switch (command) {
                case Standards.Command c -> Standards.decide(clinic, c);
                case People.Command c -> People.decide(clinic, c, now);
                case Enrolment.Command c -> Enrolment.decide(clinic, c, now);
                case Groups.Command c -> Groups.decide(clinic, c);
                case Guests.Command c -> Guests.decide(clinic, c, now);
                case Scheduling.Command c -> Scheduling.decide(clinic, c, now);
            };
        }

        @Override
        public Clinic apply(Clinic clinic, ClinicEvent event, Stamp stamp) {
            return switch (event) {
                case Standards.Event e ->
                    new Clinic(
                            clinic.standards.apply(e, stamp),
                            clinic.people,
                            clinic.enrolment,
                            clinic.groups,
                            clinic.guests,
                            clinic.schedule);
                case People.Event e ->
                    new Clinic(
                            clinic.standards,
                            clinic.people.apply(e, stamp),
                            clinic.enrolment,
                            clinic.groups,
                            clinic.guests,
                            clinic.schedule);
                case Enrolment.Event e ->
                    new Clinic(
                            clinic.standards,
                            clinic.people,
                            clinic.enrolment.apply(e, stamp),
                            clinic.groups,
                            clinic.guests,
                            clinic.schedule);
                case Groups.Event e ->
                    new Clinic(
                            clinic.standards,
                            clinic.people,
                            clinic.enrolment,
                            clinic.groups.apply(e, stamp),
                            clinic.guests,
                            clinic.schedule);
                case Guests.Event e ->
                    new Clinic(
                            clinic.standards,
                            clinic.people,
                            clinic.enrolment,
                            clinic.groups,
                            clinic.guests.apply(e, stamp),
                            clinic.schedule);
                case Schedule.Event e ->
                    new Clinic(
                            clinic.standards,
                            clinic.people,
                            clinic.enrolment,
                            clinic.groups,
                            clinic.guests,
                            clinic.schedule.apply(e, stamp));
            };
        }
    }
}
