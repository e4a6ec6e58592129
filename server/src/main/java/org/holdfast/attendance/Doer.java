package org.holdfast.attendance;

import org.holdfast.decision.Actor;
import org.holdfast.session.MemberId;
import org.holdfast.session.Names;

/// Whose act something was, as far as the reader of a timeline may know.
public sealed interface Doer {
    /// It came about by itself, or the system did it.
    record Nobody() implements Doer {}

    record Somebody(MemberId member) implements Doer {}

    /// One of those who lead the session, for somebody who is told no more.
    record Staff() implements Doer {}

    Doer NOBODY = new Nobody();
    Doer STAFF = new Staff();

    static Doer of(Actor actor) {
        return switch (actor) {
            case Actor.Person(var id) -> new Somebody(new MemberId(id));
            case Actor.Node _ -> NOBODY;
        };
    }

    /// As one member is told it: staff as such, and nobody else at all.
    default Doer toldTo(MemberId member) {
        return switch (this) {
            case Nobody _, Staff _ -> this;
            case Somebody(var doer) -> doer.equals(member) ? this : STAFF;
        };
    }

    default String name(Names names, Language language) {
        return switch (this) {
            case Somebody(var member) -> names.of(member);
            case Nobody _ ->
                switch (language) {
                    case ENGLISH -> "The system";
                    case SPANISH -> "El sistema";
                };
            case Staff _ ->
                switch (language) {
                    case ENGLISH -> "Staff";
                    case SPANISH -> "El personal";
                };
        };
    }
}
