package org.holdfast.web;

import io.vertx.core.Future;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.directory.PersonLogs;
import org.holdfast.identity.Secrets;
import org.holdfast.person.Person;
import org.holdfast.person.PersonCommand;

/// What others read of somebody of the staff is what their account says.
final class StaffNames {
    private static final Actor SYSTEM = new Actor.Node("sign-in");

    private StaffNames() {}

    static Future<?> keep(PersonLogs people, String person, String name) {
        if (name.isBlank()) return Future.succeededFuture();
        return people.person(person).compose(known -> {
            var before = Person.text(known.name());
            if (name.equals(before)) return Future.succeededFuture();
            var command = before == null ? new PersonCommand.Register(name) : new PersonCommand.Rename(name);
            return people.submit(person, command, SYSTEM, new CommandId(Secrets.fresh()));
        });
    }
}
