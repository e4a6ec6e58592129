package org.holdfast.web;

import io.vertx.core.Future;
import java.time.InstantSource;
import org.holdfast.clinic.Clinic;
import org.holdfast.clinic.ClinicId;
import org.holdfast.clinic.Enrolment.Phase;
import org.holdfast.directory.ClinicLog;
import org.holdfast.identity.PersonalLinks.Link;
import org.holdfast.session.MemberId;
import org.jspecify.annotations.Nullable;

/// Whose link opens something now. That of somebody who was discharged rests, and works again on the day they come
/// back; a guest's ends with their time.
final class Comers {
    private final ClinicLog clinics;
    private final InstantSource clock;

    Comers(ClinicLog clinics, InstantSource clock) {
        this.clinics = clinics;
        this.clock = clock;
    }

    /// Looks into the clinic's books for a link that was not found as well, so that the answer takes as long.
    Future<@Nullable Link> ifComes(@Nullable Link link) {
        var clinic = link == null ? ClinicId.ONLY : link.clinic();
        return clinics.of(clinic).clinic().map(books -> link != null && comes(books, link) ? link : null);
    }

    private boolean comes(Clinic clinic, Link link) {
        var person = new MemberId(link.person());
        var guest = clinic.guests().guest(person);
        if (guest != null) return guest.comes(clock.instant());
        var course = clinic.enrolment().course(person);
        return course == null || course.phase() != Phase.DISCHARGED;
    }
}
