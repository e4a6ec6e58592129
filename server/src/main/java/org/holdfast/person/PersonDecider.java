package org.holdfast.person;

import java.time.Instant;
import java.util.regex.Pattern;
import org.holdfast.decision.Actor;
import org.holdfast.decision.Confidential;
import org.holdfast.decision.Decider;
import org.holdfast.decision.Decision;
import org.holdfast.decision.RefusalCode;
import org.holdfast.decision.Stamp;
import org.holdfast.person.PersonCommand.AnswerArrival;
import org.holdfast.person.PersonCommand.KeepContact;
import org.holdfast.person.PersonCommand.KeepPlace;
import org.holdfast.person.PersonCommand.KeepReach;
import org.holdfast.person.PersonCommand.Register;
import org.holdfast.person.PersonCommand.Rename;
import org.holdfast.person.PersonEvent.ArrivalAnswered;
import org.holdfast.person.PersonEvent.ContactKept;
import org.holdfast.person.PersonEvent.PlaceKept;
import org.holdfast.person.PersonEvent.ReachKept;
import org.holdfast.person.PersonEvent.Registered;
import org.holdfast.person.PersonEvent.Renamed;
import org.jspecify.annotations.Nullable;

/// The rules of a person's log. Whose log it is, its caller knows: a person only ever reaches their own.
final class PersonDecider implements Decider<Person, PersonCommand, PersonEvent> {
    /// Only what no mail address lacks: the rest is for the mail server to say.
    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>\"]+@[^@\\s<>\"]+");

    @Override
    public Person initial() {
        return Person.NOBODY;
    }

    @Override
    public Decision<PersonEvent> decide(Person person, PersonCommand command, Actor by, Instant now) {
        return switch (command) {
            case Register(var name) -> {
                if (person.name() != null) yield Decision.accept();
                yield fits(name, Person.LONGEST_NAME)
                        ? Decision.accept(new Registered(Person.about(name.strip())))
                        : Decision.refuse(RefusalCode.TOO_LONG);
            }
            case Rename(var name) -> known(person, rename(person, name));
            case KeepReach keep -> known(person, keepReach(person, keep));
            case KeepPlace keep -> known(person, keepPlace(person, keep));
            case KeepContact keep -> known(person, keepContact(keep));
            case AnswerArrival answer -> known(person, answer(answer));
            case Sheets.Command sheets ->
                known(
                        person,
                        forgotten(person)
                                ? Decision.refuse(RefusalCode.UNKNOWN)
                                : Sheets.decide(person.sheets(), sheets, by));
        };
    }

    @Override
    public Person apply(Person person, PersonEvent event, Stamp stamp) {
        return person.apply(event, stamp);
    }

    private static Decision<PersonEvent> known(Person person, Decision<PersonEvent> decision) {
        return person.name() == null ? Decision.refuse(RefusalCode.NOT_MEMBER) : decision;
    }

    /// Nothing that they write would be kept, so nobody is told that it was.
    private static boolean forgotten(Person person) {
        return person.name() instanceof Confidential.Gone;
    }

    private static Decision<PersonEvent> rename(Person person, String name) {
        if (!fits(name, Person.LONGEST_NAME)) return Decision.refuse(RefusalCode.TOO_LONG);
        return name.strip().equals(Person.text(person.name()))
                ? Decision.accept()
                : Decision.accept(new Renamed(Person.about(name.strip())));
    }

    private static Decision<PersonEvent> keepReach(Person person, KeepReach keep) {
        var email = blankAsAbsent(keep.email());
        var phone = blankAsAbsent(keep.phone());
        if (email != null
                && !(fits(email, Person.LONGEST_EMAIL) && EMAIL.matcher(email).matches())) {
            return Decision.refuse(RefusalCode.TOO_LONG);
        }
        if (phone != null && !fits(phone, Person.LONGEST_PHONE)) return Decision.refuse(RefusalCode.TOO_LONG);
        var kept = new ReachKept(
                keep.speaks(),
                keep.channel(),
                email == null ? null : Person.about(email),
                phone == null ? null : Person.about(phone),
                keep.mayLeaveMessage());
        return kept.equals(person.reach()) ? Decision.accept() : Decision.accept(kept);
    }

    static @Nullable RefusalCode refusal(
            @Nullable String name, @Nullable KeepReach reach, @Nullable KeepContact contact) {
        if (name != null && !fits(name, Person.LONGEST_NAME)) return RefusalCode.TOO_LONG;
        if (reach != null && keepReach(Person.NOBODY, reach) instanceof Decision.Refused<PersonEvent>(var code)) {
            return code;
        }
        return contact != null && keepContact(contact) instanceof Decision.Refused<PersonEvent>(var code) ? code : null;
    }

    private static Decision<PersonEvent> keepPlace(Person person, KeepPlace keep) {
        if (!fits(keep.label(), Person.LONGEST_NAME) || !fits(keep.address(), Person.LONGEST_ADDRESS)) {
            return Decision.refuse(RefusalCode.TOO_LONG);
        }
        var more = !person.places().containsKey(keep.place());
        if (more && person.places().size() >= Person.MOST_PLACES) return Decision.refuse(RefusalCode.FULL);
        return Decision.accept(new PlaceKept(
                keep.place(),
                keep.kind(),
                Person.about(keep.label().strip()),
                Person.about(keep.address().strip())));
    }

    private static Decision<PersonEvent> keepContact(KeepContact keep) {
        return fits(keep.name(), Person.LONGEST_NAME) && fits(keep.phone(), Person.LONGEST_PHONE)
                ? Decision.accept(new ContactKept(
                        Person.about(keep.name().strip()),
                        Person.about(keep.phone().strip())))
                : Decision.refuse(RefusalCode.TOO_LONG);
    }

    private static Decision<PersonEvent> answer(AnswerArrival answer) {
        var name = blankAsAbsent(answer.name());
        var address = blankAsAbsent(answer.address());
        if (name != null && !fits(name, Person.LONGEST_NAME)) return Decision.refuse(RefusalCode.TOO_LONG);
        if (address != null && !fits(address, Person.LONGEST_ADDRESS)) return Decision.refuse(RefusalCode.TOO_LONG);
        return Decision.accept(new ArrivalAnswered(
                answer.session(),
                name == null ? null : Person.about(name),
                answer.place(),
                address == null ? null : Person.today(address),
                answer.privatePlace(),
                Person.today(answer.salt())));
    }

    private static @Nullable String blankAsAbsent(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static boolean fits(String text, int longest) {
        return !text.isBlank()
                && text.strip().length() <= longest
                && text.chars().noneMatch(Character::isISOControl);
    }
}
