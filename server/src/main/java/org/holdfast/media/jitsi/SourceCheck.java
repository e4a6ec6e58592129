package org.holdfast.media.jitsi;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.media.jitsi.Source.Kind;
import org.holdfast.media.jitsi.Source.Semantics;
import org.holdfast.media.jitsi.Source.SsrcGroup;
import org.holdfast.session.EndpointId;

/// Whether what a page says that it sends may go to the bridge and to everybody else.
///
/// Packets are told apart by their numbers alone, at the bridge and in every browser: whoever takes another one's
/// number speaks or shows in their place, and a group that does not hold together can make a browser refuse the whole
/// offer and with it everybody's sound.
final class SourceCheck {
    private static final long HIGHEST_SSRC = 0xFFFF_FFFFL;
    private static final int FEWEST_LAYERS = 2;
    private static final int MOST_LAYERS = 3;
    /// All layers, each with its repeats.
    private static final int MOST_SSRCS = 2 * MOST_LAYERS;
    /// One of the layers, and one of each layer with its repeats.
    private static final int MOST_GROUPS = 1 + MOST_LAYERS;

    private SourceCheck() {}

    sealed interface Result {}

    record Valid() implements Result {}

    record Invalid(Why why) implements Result {}

    enum Why {
        TOO_MANY_SOURCES,
        KIND_TWICE,
        /// Not made of the own endpoint and what the kind ends in.
        WRONG_NAME,
        MAY_NOT_SHOW_SCREEN,
        NO_SSRC,
        TOO_MANY_SSRCS,
        NOT_AN_SSRC,
        SSRC_TWICE,
        SSRC_OF_ANOTHER,
        TOO_MANY_GROUPS,
        GROUP_OF_WRONG_SIZE,
        GROUP_NAMES_UNKNOWN,
        /// In two groups of one kind, or twice in one.
        GROUPED_TWICE,
        /// Each for itself is in order, but together they are no sound and no picture.
        GROUPS_DO_NOT_FIT
    }

    /// @param own whose page said it
    /// @param said all that it sends from now on; what it sent before does not count
    /// @param others what everybody else in the conference sends
    /// @param mayShow whether they may show their screen
    static Result of(EndpointId own, List<Source> said, Collection<Source> others, boolean mayShow) {
        if (said.size() > Kind.values().length) return new Invalid(Why.TOO_MANY_SOURCES);
        var kinds = EnumSet.noneOf(Kind.class);
        var taken = others.stream().flatMap(source -> source.ssrcs().stream()).collect(Collectors.toSet());
        var seen = new HashSet<Long>();
        for (var source : said) {
            if (!kinds.add(source.kind())) return new Invalid(Why.KIND_TWICE);
            if (!source.name().equals(nameOf(own, source.kind()))) return new Invalid(Why.WRONG_NAME);
            if (source.kind() == Kind.SCREEN && !mayShow) return new Invalid(Why.MAY_NOT_SHOW_SCREEN);
            if (source.ssrcs().isEmpty()) return new Invalid(Why.NO_SSRC);
            if (source.ssrcs().size() > MOST_SSRCS) return new Invalid(Why.TOO_MANY_SSRCS);
            for (var ssrc : source.ssrcs()) {
                if (ssrc <= 0 || ssrc > HIGHEST_SSRC) return new Invalid(Why.NOT_AN_SSRC);
                if (!seen.add(ssrc)) return new Invalid(Why.SSRC_TWICE);
                if (taken.contains(ssrc)) return new Invalid(Why.SSRC_OF_ANOTHER);
            }
            if (checked(source) instanceof Invalid invalid) return invalid;
        }
        return new Valid();
    }

    static String nameOf(EndpointId endpoint, Kind kind) {
        return endpoint.value() + "-" + kind.ending();
    }

    private static Result checked(Source source) {
        if (source.groups().size() > MOST_GROUPS) return new Invalid(Why.TOO_MANY_GROUPS);
        for (var group : source.groups()) {
            if (!sized(group)) return new Invalid(Why.GROUP_OF_WRONG_SIZE);
            if (!source.ssrcs().containsAll(group.ssrcs())) return new Invalid(Why.GROUP_NAMES_UNKNOWN);
        }
        var layers = grouped(source, Semantics.SIM);
        var repeated = grouped(source, Semantics.FID);
        if (twice(layers) || twice(repeated)) return new Invalid(Why.GROUPED_TWICE);
        return fit(source, layers) ? new Valid() : new Invalid(Why.GROUPS_DO_NOT_FIT);
    }

    private static boolean sized(SsrcGroup group) {
        var size = group.ssrcs().size();
        return switch (group.semantics()) {
            case SIM -> size >= FEWEST_LAYERS && size <= MOST_LAYERS;
            case FID -> size == 2;
        };
    }

    private static List<Long> grouped(Source source, Semantics semantics) {
        return source.groups().stream()
                .filter(group -> group.semantics() == semantics)
                .flatMap(group -> group.ssrcs().stream())
                .toList();
    }

    private static boolean twice(List<Long> ssrcs) {
        return new HashSet<>(ssrcs).size() < ssrcs.size();
    }

    /// One number alone, or one with its repeats, or layers each with its repeats; of a sound the first only.
    private static boolean fit(Source source, List<Long> layers) {
        if (source.groups().isEmpty()) return source.ssrcs().size() == 1;
        if (source.kind() == Kind.AUDIO) return false;
        var pairs = source.groups().stream()
                .filter(group -> group.semantics() == Semantics.FID)
                .toList();
        var repeated = pairs.stream().map(pair -> pair.ssrcs().getFirst()).collect(Collectors.toSet());
        var primaries = layers.isEmpty() ? repeated : Set.copyOf(layers);
        return repeated.equals(primaries)
                && pairs.stream()
                        .noneMatch(pair -> primaries.contains(pair.ssrcs().getLast()))
                && (!layers.isEmpty() && layers.size() <= MOST_LAYERS || pairs.size() == 1)
                && source.ssrcs().size() == 2 * primaries.size();
    }
}
