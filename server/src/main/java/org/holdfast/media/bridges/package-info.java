/// The videobridges that a clinic has, and which of them can be used: looked at every second, judged by what several
/// looks found, chosen by how much each has to do.
///
/// [org.holdfast.media.bridges.Fitness] and [org.holdfast.media.bridges.Choice] are pure; looking and timers are handed
/// to [org.holdfast.media.bridges.BridgePool].
@NullMarked
package org.holdfast.media.bridges;

import org.jspecify.annotations.NullMarked;
