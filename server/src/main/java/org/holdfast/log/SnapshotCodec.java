package org.holdfast.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;
import org.holdfast.json.JsonText;
import org.holdfast.json.RecordJson;
import org.holdfast.live.Asked;
import org.holdfast.live.Head;
import org.holdfast.live.LogId;
import org.holdfast.live.Snapshot;
import org.holdfast.sealing.KeyName;
import org.holdfast.sealing.MasterKey;
import org.holdfast.sealing.SnapshotSeal;
import org.jspecify.annotations.Nullable;

/// Snapshots of one kind of log as bytes, and back. Pure.
final class SnapshotCodec<S> {
    private static final byte[] NO_DICTIONARY = {};

    /// As it lies in the store, not yet believed.
    record Kept(int form, Head head, byte[] sealed) {}

    /// @param asked actor and command of each entry, with a space between
    /// @param keys of the words in the state, which name them by their place here
    private record Header(Instant at, List<String> asked, List<String> keys) {}

    /// What was sealed, before any word in it is opened.
    record Opened(Head head, Instant at, List<Asked> asked, List<KeyName> keys, JsonNode state) {}

    private static final RecordJson<Header> HEADER = RecordJson.of(Header.class);

    private final MasterKey master;
    private final StateForm<S> form;

    SnapshotCodec(MasterKey master, StateForm<S> form) {
        this.master = master;
        this.form = form;
    }

    int form() {
        return form.number();
    }

    /// Nothing for one that is larger than what can be read.
    ///
    /// @param closed its words are closed, see [ClosedWords]
    @Nullable
    Kept seal(LogId log, Snapshot<S> closed) {
        var words = SnapshotWords.closed(List.of());
        var state = JsonText.print(form.write(closed.state(), words));
        var asked = closed.asked().stream()
                .map(each -> each.by().text() + " " + each.command().value())
                .toList();
        var keys = words.keys().stream().map(KeyName::text).toList();
        var header = HEADER.print(new Header(closed.at(), asked, keys));
        if (Math.max(state.length(), header.length()) > JsonText.LONGEST) return null;
        var text = (header + "\n" + state).getBytes(StandardCharsets.UTF_8);
        var packed = Deflated.of(text, Deflater.DEFAULT_COMPRESSION, NO_DICTIONARY);
        var head = closed.head();
        var kept = new Kept(form(), head, seal(log).seal(packed, form(), head.seq(), head.mac()));
        var opened = open(log, kept);
        if (opened == null || !closed.equals(read(opened, SnapshotWords.closed(opened.keys())))) {
            throw new IllegalStateException("What was sealed as a snapshot does not open as it was");
        }
        return kept;
    }

    /// Null when it is not what was sealed for this log and this entry.
    @Nullable
    Opened open(LogId log, Kept kept) {
        var head = kept.head();
        var packed = seal(log).open(kept.sealed(), kept.form(), head.seq(), head.mac());
        if (packed == null) return null;
        try {
            var text = new String(Deflated.inflate(ByteBuffer.wrap(packed), NO_DICTIONARY), StandardCharsets.UTF_8);
            var end = text.indexOf('\n');
            var header = HEADER.read(text.substring(0, end));
            var keys = header.keys().stream().map(KeyName::parse).toList();
            return new Opened(head, header.at(), asked(header.asked()), keys, JsonText.parse(text.substring(end + 1)));
        } catch (DataFormatException | BufferUnderflowException e) {
            throw new IllegalStateException("What was sealed as a snapshot is none", e);
        }
    }

    /// Few people ask for much.
    private static List<Asked> asked(List<String> texts) {
        var actors = new HashMap<String, Actor>();
        var all = new ArrayList<Asked>(texts.size());
        for (var text : texts) {
            var space = text.indexOf(' ');
            var by = actors.computeIfAbsent(text.substring(0, space), Actor::parse);
            all.add(new Asked(by, new CommandId(text.substring(space + 1))));
        }
        return all;
    }

    Snapshot<S> read(Opened opened, SnapshotWords words) {
        return new Snapshot<>(form.read(opened.state(), words), opened.head(), opened.at(), opened.asked());
    }

    private SnapshotSeal seal(LogId log) {
        return new SnapshotSeal(master, log.toString());
    }
}
