package org.holdfast.web;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.holdfast.audit.Noted;
import org.holdfast.clinic.GroupId;
import org.holdfast.clinic.Texts;
import org.holdfast.directory.AuditTrail;
import org.holdfast.directory.PersonLogs;
import org.holdfast.directory.Sessions;
import org.holdfast.session.MemberId;
import org.holdfast.session.Names;
import org.holdfast.session.Session;
import org.holdfast.session.SessionId;
import org.holdfast.web.AuditViews.AuditGroup;
import org.holdfast.web.AuditViews.AuditNote;
import org.holdfast.web.AuditViews.AuditPerson;
import org.holdfast.web.AuditViews.AuditSession;
import org.holdfast.web.AuditWishes.Asked;
import org.jspecify.annotations.Nullable;

/// Notes as an auditor reads them: ids become staff's names, record numbers, and the titles of groups and sessions.
final class AuditNotes {
    private final PersonLogs people;
    private final Sessions sessions;

    AuditNotes(PersonLogs people, Sessions sessions) {
        this.people = people;
        this.sessions = sessions;
    }

    Future<List<AuditNote>> of(AuditTrail.Page page, Asked asked, Desk desk) {
        var called = called(page, desk);
        var held = sessions(page);
        return Future.all(called, held).map(_ -> notes(page, asked, desk, called.result(), held.result()));
    }

    /// What they are called whom was asked for; absent when nobody was.
    Future<@Nullable List<AuditPerson>> asked(Asked asked, Desk desk) {
        var wanted = asked.people();
        if (wanted == null) return Future.succeededFuture(null);
        var staff = new TreeSet<MemberId>();
        for (var member : wanted) if (isStaff(member, desk) || isInNoBook(member, desk)) staff.add(member);
        return CalledPeople.names(people, staff).map(names -> {
            var called = new Called(desk, staff, names);
            return wanted.stream().map(called::of).toList();
        });
    }

    /// @param staff who stands there by name
    private record Called(Desk desk, TreeSet<MemberId> staff, Names names) {
        AuditPerson of(MemberId member) {
            var known = desk.clinic().people().known(member);
            return new AuditPerson(
                    member.value(),
                    staff.contains(member) ? names.of(member) : null,
                    known == null ? null : Texts.text(known.number()));
        }

        @Nullable
        AuditPerson of(@Nullable String id) {
            return id == null ? null : of(new MemberId(id));
        }
    }

    private Future<Called> called(AuditTrail.Page page, Desk desk) {
        var staff = new TreeSet<MemberId>();
        for (var note : page.notes()) {
            var by = AuditWishes.person(note.entry().by());
            for (var event : note.entry().events()) {
                var about = Noted.of(event).person();
                if (about != null && isStaff(new MemberId(about), desk)) staff.add(new MemberId(about));
                if (by != null && isByStaff(by, about, desk)) staff.add(new MemberId(by));
            }
        }
        return CalledPeople.names(people, staff).map(names -> new Called(desk, staff, names));
    }

    /// Who signs in with an account may stand in no book of the clinic; who takes along what is their own is no staff.
    private static boolean isByStaff(String by, @Nullable String about, Desk desk) {
        var member = new MemberId(by);
        return isStaff(member, desk) || (!by.equals(about) && isInNoBook(member, desk));
    }

    private static boolean isStaff(MemberId member, Desk desk) {
        return desk.clinic().people().isStaff(member);
    }

    private static boolean isInNoBook(MemberId member, Desk desk) {
        return !desk.clinic().people().knows(member) && desk.clinic().guests().guest(member) == null;
    }

    /// Those that can be read; a note tells of the others too, but not what they were called.
    private Future<Map<String, Session>> sessions(AuditTrail.Page page) {
        var ids = new TreeSet<String>();
        for (var note : page.notes()) {
            for (var event : note.entry().events()) {
                var session = Noted.of(event).session();
                if (session != null) ids.add(session);
            }
        }
        var found = new HashMap<String, Session>();
        var reading = new ArrayList<Future<?>>();
        for (var id : ids) {
            reading.add(sessions.session(new SessionId(id))
                    .onSuccess(session -> {
                        if (session != null) found.put(id, session);
                    })
                    .otherwiseEmpty());
        }
        return Future.all(reading).map(_ -> found);
    }

    private static List<AuditNote> notes(
            AuditTrail.Page page, Asked asked, Desk desk, Called called, Map<String, Session> sessions) {
        var notes = new ArrayList<AuditNote>();
        for (var note : page.notes()) {
            var entry = note.entry();
            var by = called.of(AuditWishes.person(entry.by()));
            for (var event : entry.events()) {
                var noted = Noted.of(event);
                if (!asked.fits(entry.by(), noted)) continue;
                notes.add(new AuditNote(
                        entry.at(),
                        by == null ? new AuditPerson(null, null, null) : by,
                        noted.kind(),
                        called.of(noted.person()),
                        session(noted.session(), sessions),
                        group(noted.group(), desk),
                        noted.log()));
            }
        }
        return notes;
    }

    private static @Nullable AuditSession session(@Nullable String id, Map<String, Session> sessions) {
        if (id == null) return null;
        var session = sessions.get(id);
        return session == null
                ? new AuditSession(id, null, null)
                : new AuditSession(id, session.plan().title(), session.plan().starts());
    }

    private static @Nullable AuditGroup group(@Nullable String id, Desk desk) {
        if (id == null) return null;
        var group = desk.clinic().groups().group(new GroupId(id));
        return new AuditGroup(id, group == null ? null : group.outline().title());
    }
}
