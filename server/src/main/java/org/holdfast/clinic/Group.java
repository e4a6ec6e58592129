package org.holdfast.clinic;

import java.util.Collections;
import java.util.SortedSet;
import org.holdfast.session.Breaks;
import org.holdfast.session.Cameras;
import org.holdfast.session.Chat;
import org.holdfast.session.MemberId;
import org.holdfast.session.Plan;

/// One group as it stands: who leads it, who comes to it, and what holds in its sessions.
///
/// @param lead the facilitator who is named to those who wait; one of the staff
/// @param staff everybody who leads it
/// @param roster the participants who are expected, guests apart
/// @param open a closed one has no sessions and takes nobody; what it was is kept
public record Group(
        GroupId id,
        Kind kind,
        Outline outline,
        MemberId lead,
        SortedSet<MemberId> staff,
        SortedSet<MemberId> roster,
        boolean open) {

    /// Individual and family sessions are no small groups: each is a roster of its own, so nobody of another is ever
    /// on it, and it has its own codes and rules.
    public enum Kind {
        GROUP(2, 12),
        /// One participant, never more.
        INDIVIDUAL(1, 1),
        FAMILY(1, 6),
        EDUCATION(1, 30);

        private final int least;
        private final int most;

        Kind(int least, int most) {
            this.least = least;
            this.most = most;
        }

        /// Unless the clinic says otherwise.
        public Size size() {
            return new Size(least, most);
        }

        /// Whether there may be more than it is meant for, with a reason.
        boolean mayGoOver() {
            return this != INDIVIDUAL;
        }
    }

    /// How many participants it is meant for. Fewer is only worth a word; more needs a reason.
    public record Size(int least, int most) {
        public Size {
            if (least < 0 || most < 1 || least > most || most > Plan.LARGEST_ROSTER) {
                throw new IllegalArgumentException("A size is from 0 to " + Plan.LARGEST_ROSTER);
            }
        }
    }

    /// @param rules what people agree to when they come, in the clinic's words; may be empty
    /// @param codes what a biller notes for a session, as the clinic writes them
    public record Policies(
            Chat.Policy chat, Cameras camera, Breaks.Policy breaks, String rules, SortedSet<String> codes) {
        public static final int LONGEST_RULES = Plan.LONGEST_AGREEMENT;
        public static final int LONGEST_CODE = 16;
        public static final int MOST_CODES = 8;

        public Policies {
            codes = Collected.set(codes);
        }

        public static Policies of(Kind kind) {
            return switch (kind) {
                case GROUP, FAMILY ->
                    new Policies(
                            Chat.Policy.TO_STAFF,
                            Cameras.ASKED,
                            Breaks.Policy.NOT_COUNTED,
                            "",
                            Collections.emptySortedSet());
                case INDIVIDUAL ->
                    new Policies(
                            Chat.Policy.TO_STAFF, Cameras.ASKED, Breaks.Policy.NONE, "", Collections.emptySortedSet());
                case EDUCATION ->
                    new Policies(
                            Chat.Policy.EVERYONE,
                            Cameras.FREE,
                            Breaks.Policy.NOT_COUNTED,
                            "",
                            Collections.emptySortedSet());
            };
        }

        boolean fits() {
            return rules.length() <= LONGEST_RULES
                    && rules.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n')
                    && codes.size() <= MOST_CODES
                    && codes.stream().allMatch(code -> Texts.fits(code, LONGEST_CODE));
        }
    }

    /// What may be changed about a group whenever its staff think better of it.
    ///
    /// @param title what staff call it; participants are never shown it
    public record Outline(String title, Size size, Policies policies) {}

    public boolean ledBy(MemberId member) {
        return staff.contains(member);
    }

    boolean full() {
        return roster.size() >= outline.size().most();
    }

    Group outlined(Outline next) {
        return new Group(id, kind, next, lead, staff, roster, open);
    }

    Group led(MemberId nextLead, SortedSet<MemberId> nextStaff) {
        return new Group(id, kind, outline, nextLead, nextStaff, roster, open);
    }

    Group listing(SortedSet<MemberId> next) {
        return new Group(id, kind, outline, lead, staff, next, open);
    }

    Group opened(boolean next) {
        return new Group(id, kind, outline, lead, staff, roster, next);
    }
}
