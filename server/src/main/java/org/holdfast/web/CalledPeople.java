package org.holdfast.web;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import org.holdfast.directory.PersonLogs;
import org.holdfast.person.Person;
import org.holdfast.session.MemberId;
import org.holdfast.session.Names;

/// What people are called, apart from any session.
final class CalledPeople {
    private CalledPeople() {}

    static Future<Names> names(PersonLogs people, Collection<MemberId> members) {
        var names = new HashMap<MemberId, String>();
        var reading = new ArrayList<Future<?>>();
        for (var member : members) {
            reading.add(people.person(member.value()).onSuccess(person -> names.put(member, name(person))));
        }
        return Future.all(reading).map(_ -> member -> names.getOrDefault(member, PersonLogs.NAMELESS));
    }

    static String name(Person person) {
        var name = Person.text(person.name());
        return name == null ? PersonLogs.NAMELESS : name;
    }
}
