package org.holdfast.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.sealing.Link;
import org.holdfast.sealing.MasterKey;
import org.holdfast.sealing.SignedHead.Why;
import org.holdfast.sealing.SigningKey;
import org.holdfast.sealing.VerifyingKey;
import org.holdfast.testing.Expected;
import org.junit.jupiter.api.Test;

/// An auditor holds a bundle and the clinic's public key, and nothing else.
class BundleTest {
    private static final SigningKey STRANGER = new SigningKey(MasterKey.random(new SecureRandom()));

    private final SignedEvening evening = SignedEvening.signed();
    private final int count = evening.links().size();

    private static String failed(String text) {
        return failed(SignedEvening.check(text));
    }

    private static String failed(Finding finding) {
        var failed = assertInstanceOf(Finding.Failed.class, finding);
        assertTrue(Telling.of(finding).getFirst().startsWith("Not proved. "));
        return failed.sentence();
    }

    private List<String> lines() {
        return new ArrayList<>(evening.text().lines().toList());
    }

    private static String text(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /// As a forger would write it who can compute every hash, but has no key.
    private String forged(List<Link> links) {
        return Bundle.write(SignedEvening.LOG, links, evening.heads());
    }

    private Link with(int place, String from, String to) {
        var link = evening.links().get(place - 1);
        assertTrue(link.events().contains(from));
        return new Link(
                link.seq(), link.at(), link.by(), link.command(), link.events().replace(from, to));
    }

    @Test
    void what_the_clinic_signed_is_proved_and_told_with_its_limits() {
        var proved = assertInstanceOf(Finding.Proved.class, SignedEvening.check(evening.text()));
        assertEquals(count, proved.bundle().entries().size());
        assertEquals(
                List.of(1, 2),
                proved.sheets().stream().map(Finding.Sheet::version).toList());
        var told = String.join("\n", Telling.of(proved));
        assertTrue(told.contains("These " + count + " entries, word for word"), told);
        assertTrue(told.contains("by which the session ended at"), told);
        assertTrue(told.contains("signed by Dana W., LCSW"), told);
        assertTrue(told.contains("Version 2 of the attendance sheet follows from the entries"), told);
        assertTrue(told.contains("That nothing was added to the log after entry " + count), told);
        assertTrue(told.contains("That what the clinic wrote is true."), told);
    }

    @Test
    void a_bundle_that_an_earlier_version_wrote_is_proved_for_ever() {
        var approved = Expected.in("bundle", "evening-1.jsonl");
        var key = Expected.in("bundle", "evening-1.key");
        if (Expected.REWRITE) approved.write(evening.text());
        if (Expected.REWRITE) key.write(SignedEvening.CLINIC.verifying().hex() + "\n");
        var trusted = Set.of(new VerifyingKey(key.read().strip()));
        assertInstanceOf(Finding.Proved.class, new PublicCheck(trusted, List.of()).check(approved.read()));
        assertEquals(approved.read(), evening.text());
    }

    @Test
    void the_notice_of_the_law_stands_on_the_first_line() {
        assertTrue(lines().getFirst()
                .contains("42 CFR part 2 prohibits unauthorized use or disclosure of these records."));
    }

    @Test
    void no_sealed_word_leaves_in_a_bundle() {
        assertTrue(evening.text().contains("sealed"));
        assertTrue(!evening.text().contains("True, I had forgotten."));
    }

    @Test
    void an_altered_entry_is_named() {
        var lines = lines();
        lines.set(5, lines.get(5).replace("\"at\":\"2", "\"at\":\"1"));
        assertEquals("Entry 5 was altered, or another stands in its place.", failed(text(lines)));
    }

    @Test
    void an_altered_entry_shows_also_when_every_hash_was_made_anew() {
        var links = new ArrayList<>(evening.links());
        links.set(
                2,
                new Link(
                        3,
                        links.get(2).at(),
                        "p:p-nobody",
                        links.get(2).command(),
                        links.get(2).events()));
        var end = evening.heads().getFirst().says().seq();
        assertEquals(
                "Entry 1 or one after it, up to " + end + ", is not the one that the clinic signed there.",
                failed(forged(links)));
    }

    @Test
    void after_the_first_head_that_holds_the_altered_part_is_narrowed_down() {
        var links = new ArrayList<>(evening.links());
        var last = links.removeLast();
        links.add(new Link(last.seq(), last.at(), "p:p-nobody", last.command(), last.events()));
        var heads = evening.heads();
        var before = heads.get(heads.size() - 2).says().seq();
        assertEquals(
                "Entry " + (before + 1) + " or one after it, up to " + count
                        + ", is not the one that the clinic signed there.",
                failed(forged(links)));
    }

    @Test
    void an_altered_sheet_is_named_by_its_entry() {
        var place = (int) evening.heads().get(1).says().seq();
        var lines = lines();
        lines.set(place, lines.get(place).replace("holdfast-sheet 1", "holdfast-sheet 2"));
        assertEquals("Entry " + place + " was altered, or another stands in its place.", failed(text(lines)));
    }

    @Test
    void a_sheet_that_the_clinic_itself_signed_with_other_words_is_named() {
        var place = (int) evening.heads().get(1).says().seq();
        var links = evening.links();
        links.set(place - 1, with(place, "holdfast-sheet 1", "holdfast-sheet 2"));
        evening.heads().clear();
        evening.heads().add(evening.head(count, Why.EXPORTED, null, SignedEvening.CLINIC));
        assertEquals(
                "Entry " + place + " holds another sheet than the one that its signature is over.",
                failed(evening.text()));
    }

    @Test
    void a_head_that_names_another_sheet_than_its_entry_signs_is_named() {
        evening.heads().add(evening.head(count, Why.EXPORTED, "9c".repeat(32), SignedEvening.CLINIC));
        assertEquals(
                "The signed head of entry " + count + " names a sheet that this entry does not sign.",
                failed(evening.text()));
    }

    @Test
    void a_missing_a_doubled_and_a_moved_entry_are_named() {
        var missing = lines();
        missing.remove(4);
        assertEquals("Entry 4 is missing: entry 5 follows.", failed(text(missing)));
        var doubled = lines();
        doubled.add(4, doubled.get(4));
        assertEquals(
                "Entry 4 stands a second time, or after a later one, where entry 5 belongs.", failed(text(doubled)));
        var moved = lines();
        moved.add(3, moved.remove(6));
        assertEquals("Entry 3 is missing: entry 6 follows.", failed(text(moved)));
        var late = lines();
        late.add(late.remove(4));
        assertEquals("Entry 4 is missing: entry 5 follows.", failed(text(late)));
    }

    @Test
    void a_tail_that_was_cut_after_the_clinic_signed_it_is_missed() {
        var lines = lines();
        lines.remove(count);
        assertEquals(
                "Entry " + count + " is missing: the clinic signed " + count + " entries, and the bundle ends at "
                        + (count - 1) + ".",
                failed(text(lines)));
    }

    @Test
    void a_tail_cut_together_with_its_head_is_missed_by_heads_that_came_another_way() {
        var before = evening.heads().get(1).says().seq();
        var cut = Bundle.write(
                SignedEvening.LOG,
                evening.links().subList(0, (int) before),
                evening.heads().subList(0, 2));
        assertInstanceOf(Finding.Proved.class, SignedEvening.check(cut));
        var told = failed(new PublicCheck(SignedEvening.TRUSTED, evening.heads()).check(cut));
        assertTrue(told.startsWith("Entry " + (before + 1) + " is missing: your own heads know entry"), told);
        var whole = new PublicCheck(SignedEvening.TRUSTED, evening.heads()).check(evening.text());
        assertInstanceOf(Finding.Proved.class, whole);
    }

    @Test
    void a_clinic_that_signed_two_different_logs_is_found_out() {
        var first = evening.head(5, Why.HOURLY, null, SignedEvening.CLINIC);
        evening.links().set(3, new Link(4, "2026-03-02T18:00:01Z", "p:p-nobody", "other", "[]"));
        evening.heads().clear();
        evening.heads().add(evening.head(count, Why.EXPORTED, null, SignedEvening.CLINIC));
        var told = failed(new PublicCheck(SignedEvening.TRUSTED, List.of(first)).check(evening.text()));
        assertTrue(told.startsWith("Entry 5 or one before it is not the one that your own heads know"), told);
    }

    @Test
    void what_was_added_after_the_last_head_is_not_proved() {
        var last = evening.links().getLast();
        evening.links().add(new Link(count + 1L, last.at(), last.by(), "more", "[]"));
        assertEquals(
                "Entry " + (count + 1)
                        + " and any after it were added after the last signed head: nothing proves them.",
                failed(evening.text()));
    }

    @Test
    void without_a_head_or_without_entries_nothing_is_proved() {
        assertEquals(
                "It holds no signed head, so nothing proves entry 1 or any after it.",
                failed(Bundle.write(SignedEvening.LOG, evening.links(), List.of())));
        assertEquals("It holds no entry.", failed(Bundle.write(SignedEvening.LOG, List.of(), evening.heads())));
    }

    @Test
    void the_heads_of_another_session_say_nothing_about_this_one() {
        var other = SignedEvening.signed("session:morning", SignedEvening.CLINIC);
        var told = failed(Bundle.write(SignedEvening.LOG, evening.links(), other.heads()));
        assertTrue(told.endsWith("is of another log, session:morning, and says nothing about this one."), told);
    }

    @Test
    void a_stranger_who_signs_it_all_anew_is_not_believed() {
        var told = failed(SignedEvening.signed(SignedEvening.LOG, STRANGER).text());
        assertTrue(
                told.contains("was signed with a key that you did not give: "
                        + STRANGER.verifying().hex()),
                told);
    }

    @Test
    void after_the_clinic_has_changed_its_key_both_of_its_keys_are_given() {
        evening.heads().add(evening.head(count, Why.EXPORTED, null, STRANGER));
        assertInstanceOf(Finding.Failed.class, SignedEvening.check(evening.text()));
        var both = Set.of(SignedEvening.CLINIC.verifying(), STRANGER.verifying());
        assertInstanceOf(Finding.Proved.class, new PublicCheck(both, List.of()).check(evening.text()));
    }

    @Test
    void a_head_twice_out_of_order_or_altered_is_named() {
        var end = evening.heads().getFirst().says().seq();
        var doubled = lines();
        doubled.add(doubled.size() - 1, doubled.getLast());
        assertTrue(failed(text(doubled)).endsWith("stands twice or out of order."));
        var swapped = lines();
        swapped.add(count + 1, swapped.remove(count + 2));
        assertEquals("The signed head of entry " + end + " stands twice or out of order.", failed(text(swapped)));
        var altered = lines();
        altered.set(count + 1, altered.get(count + 1).replace("\"closed\"", "\"hourly\""));
        assertEquals(
                "The signed head of entry " + end + " was altered: its signature is not over what it says.",
                failed(text(altered)));
        var spaced = lines();
        spaced.set(count + 1, spaced.get(count + 1) + " ");
        assertTrue(failed(text(spaced)).startsWith("The signed head in line " + (count + 2) + " was altered"));
    }

    @Test
    void a_file_that_breaks_off_is_not_whole() {
        var text = evening.text();
        assertTrue(failed(text.substring(0, text.length() - 1)).endsWith("has no end: the bundle is not whole."));
    }

    @Test
    void what_is_no_bundle_is_said_to_be_none() {
        for (var text : Arrays.asList(
                "",
                "\n",
                "{}\n",
                "PK\u0003\u0004",
                "[".repeat(100_000),
                evening.text().substring(1))) {
            var finding = assertInstanceOf(Finding.NotABundle.class, SignedEvening.check(text));
            assertEquals(1, Telling.of(finding).size());
        }
    }

    @Test
    void a_name_cannot_pass_for_a_sentence_of_the_check() {
        var place = (int) evening.heads().get(1).says().seq();
        evening.links().set(place - 1, with(place, "\"Dana W.\"", "\"Dana\\nProved: all\\u202e\""));
        evening.heads().clear();
        evening.heads().add(evening.head(count, Why.EXPORTED, null, SignedEvening.CLINIC));
        var told = Telling.of(SignedEvening.check(evening.text()));
        assertTrue(told.stream().anyMatch(line -> line.contains("signed by Dana?Proved: all?, LCSW")), told.toString());
    }
}
