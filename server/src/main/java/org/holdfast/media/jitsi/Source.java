package org.holdfast.media.jitsi;

import java.util.List;

/// One sound, camera or screen of an endpoint, as the numbers that its packets bear. Where it was said by a page it is
/// not to be believed before [SourceCheck] has looked at it.
///
/// @param ssrcs all numbers, those of repeats too
record Source(String name, Kind kind, List<Long> ssrcs, List<SsrcGroup> groups) {
    enum Kind {
        AUDIO("audio", "a0"),
        CAMERA("video", "v0"),
        SCREEN("video", "v1");

        private final String medium;
        private final String ending;

        Kind(String medium, String ending) {
            this.medium = medium;
            this.ending = ending;
        }

        /// What a bridge calls it.
        String medium() {
            return medium;
        }

        /// What its name ends in: a source is named after its endpoint.
        String ending() {
            return ending;
        }
    }

    enum Semantics {
        /// The same picture in several sizes, from small to large.
        SIM,
        /// A picture's number, and the one under which its lost packets are sent again.
        FID
    }

    record SsrcGroup(Semantics semantics, List<Long> ssrcs) {
        SsrcGroup {
            ssrcs = List.copyOf(ssrcs);
        }

        @Override
        public String toString() {
            return "SsrcGroup[" + semantics + "]";
        }
    }

    Source {
        ssrcs = List.copyOf(ssrcs);
        groups = List.copyOf(groups);
    }

    /// Its numbers belong into no log.
    @Override
    public String toString() {
        return "Source[" + kind + "]";
    }
}
