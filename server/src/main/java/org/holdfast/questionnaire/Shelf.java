package org.holdfast.questionnaire;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.holdfast.questionnaire.ShippedIndex.Listed;
import org.holdfast.worksheet.Form;
import org.holdfast.worksheet.Forms;
import org.jspecify.annotations.Nullable;

/// The forms of one server: what the product brings, and what the clinic put beside it. None is ever taken away or
/// replaced. Any thread may ask.
public final class Shelf implements Forms {
    private record Key(String form, String version) {}

    private volatile Map<Key, Supplier<Form>> all;

    private Shelf(Map<Key, Supplier<Form>> all) {
        this.all = Map.copyOf(all);
    }

    /// Every file is held against its checksum now, and read when it is asked for first.
    ///
    /// @throws IllegalStateException when a file is not the one that was meant
    public static Shelf shipped() {
        var all = new HashMap<Key, Supplier<Form>>();
        for (var listed : ShippedIndex.load().forms()) {
            all.put(new Key(listed.form(), listed.version()), new Once(listed, ShippedIndex.text(listed)));
        }
        return new Shelf(all);
    }

    /// @return those whose name and version were taken; they are left out
    synchronized List<Form> put(Collection<Form> forms) {
        var next = new HashMap<>(all);
        var taken = forms.stream()
                .filter(form -> next.putIfAbsent(key(form), () -> form) != null)
                .toList();
        all = Map.copyOf(next);
        return taken;
    }

    boolean has(String form, String version) {
        return all.containsKey(new Key(form, version));
    }

    @Override
    public @Nullable Form find(String form, String version) {
        var found = all.get(new Key(form, version));
        return found == null ? null : found.get();
    }

    @Override
    public List<Form> newest() {
        var newest = new TreeMap<String, Key>();
        all.keySet().forEach(key -> newest.merge(key.form(), key, Shelf::later));
        var forms = all;
        return newest.values().stream().map(key -> forms.get(key).get()).toList();
    }

    private static Key key(Form form) {
        return new Key(form.form(), form.version());
    }

    /// As numbers: 10 comes after 9, and 1.1 after 1.
    private static Key later(Key one, Key other) {
        return Arrays.compare(numbers(one), numbers(other)) >= 0 ? one : other;
    }

    private static int[] numbers(Key key) {
        return Arrays.stream(key.version().split("\\."))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    /// Read once, by whoever asks first.
    private static final class Once implements Supplier<Form> {
        private final Listed listed;
        private @Nullable String text;
        private @Nullable Form form;

        Once(Listed listed, String text) {
            this.listed = listed;
            this.text = text;
        }

        @Override
        public synchronized Form get() {
            if (form == null) {
                form = read(String.valueOf(text));
                text = null;
            }
            return form;
        }

        private Form read(String unread) {
            return switch (QuestionnaireReader.shipped(unread)) {
                case Reading.Read(var read, var _) when isListed(read) -> read;
                case Reading.Read _ ->
                    throw new IllegalStateException(
                            listed.file() + " is not " + listed.form() + " " + listed.version());
                case Reading.Refused(var faults) -> throw new IllegalStateException(listed.file() + ": " + faults);
            };
        }

        private boolean isListed(Form read) {
            return read.form().equals(listed.form()) && read.version().equals(listed.version());
        }
    }
}
