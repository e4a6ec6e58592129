package org.holdfast.clinic;

import java.util.SortedMap;
import org.holdfast.clinic.People.Known;
import org.holdfast.session.MemberId;

/// A clinic as it stands in a snapshot of its log: all that cannot be computed from the rest. Whose a number is follows
/// from the numbers, which are sealed, so nothing of them stands here in plain words.
public record ClinicForm(
        Standards standards,
        SortedMap<MemberId, Known> people,
        Enrolment enrolment,
        Groups groups,
        Guests guests,
        Schedule schedule) {
    /// One more with each change to what a clinic is or to what an event does to it. Snapshots of another number are
    /// not read, and made anew.
    public static final int NUMBER = 2;

    public static ClinicForm of(Clinic clinic) {
        return new ClinicForm(
                clinic.standards(),
                clinic.people().all(),
                clinic.enrolment(),
                clinic.groups(),
                clinic.guests(),
                clinic.schedule());
    }

    public Clinic clinic() {
        return new Clinic(standards, People.of(people), enrolment, groups, guests, schedule);
    }
}
