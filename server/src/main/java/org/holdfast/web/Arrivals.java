package org.holdfast.web;

import io.vertx.core.Future;
import org.holdfast.directory.PersonLogs;
import org.holdfast.identity.Devices;
import org.holdfast.identity.Seat;
import org.holdfast.live.Visitor;
import org.holdfast.person.AnswersHash;
import org.holdfast.person.PersonEvent.ArrivalAnswered;
import org.holdfast.session.DeviceId;
import org.holdfast.session.Member.Arrival;
import org.holdfast.session.Member.PrivatePlace;
import org.holdfast.session.MemberId;
import org.holdfast.session.SessionId;
import org.jspecify.annotations.Nullable;

/// Gathers what an arriving person brings: how well their browser is known, and the hash of what they answered.
final class Arrivals {
    private final Devices devices;
    private final PersonLogs people;

    Arrivals(Devices devices, PersonLogs people) {
        this.devices = devices;
        this.people = people;
    }

    Future<Visitor> of(Seat seat, SessionId session) {
        return devices.standing(seat)
                .compose(standing -> people.person(seat.person()).map(person -> {
                    var today = person.arrivals().get(session.value());
                    var answers = today == null ? null : today.answers();
                    var hash = answers == null ? AnswersHash.NONE : AnswersHash.of(answers);
                    return new Visitor(
                            new MemberId(seat.person()),
                            new DeviceId(seat.device()),
                            new Arrival(standing, hash, privatePlace(answers)));
                }));
    }

    private static PrivatePlace privatePlace(@Nullable ArrivalAnswered answers) {
        if (answers == null) return PrivatePlace.UNANSWERED;
        return switch (answers.privatePlace()) {
            case YES -> PrivatePlace.YES;
            case NO -> PrivatePlace.NO;
            case UNSURE -> PrivatePlace.UNSURE;
            case UNANSWERED -> PrivatePlace.UNANSWERED;
        };
    }
}
