package org.holdfast.web;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Collections;
import java.util.Set;
import org.holdfast.clinic.Clinic;
import org.holdfast.clinic.StaffRole;
import org.holdfast.directory.ClinicLog;
import org.holdfast.identity.Seat;
import org.holdfast.session.MemberId;

/// Lets staff to the clinic's own books whose role the operation is for, and opens the [Desk] they work at.
final class RoleGate implements Handler<RoutingContext> {
    private final Access.Staff access;
    private final ClinicLog clinics;

    RoleGate(Access.Staff access, ClinicLog clinics) {
        this.access = access;
        this.clinics = clinics;
    }

    @Override
    public void handle(RoutingContext context) {
        var seat = SeatGate.seat(context);
        var log = clinics.of(seat.clinic());
        log.clinic().onFailure(context::fail).onSuccess(clinic -> {
            var roles = roles(seat, clinic);
            if (Collections.disjoint(roles, access.roles())) {
                context.fail(Problem.NOT_YOUR_ROLE.raised());
                return;
            }
            var whole = !Collections.disjoint(roles, access.whole());
            Desk.open(context, new Desk(log, clinic, new MemberId(seat.person()), whole));
            context.next();
        });
    }

    /// What their account says; of whoever signs in by a link, what the clinic appointed them to.
    static Set<StaffRole> roles(Seat seat, Clinic clinic) {
        if (seat.account() != null) return seat.account();
        var known = clinic.people().known(new MemberId(seat.person()));
        return known == null ? Set.of() : known.roles();
    }
}
