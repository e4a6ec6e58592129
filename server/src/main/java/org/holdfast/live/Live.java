package org.holdfast.live;

import io.vertx.core.Context;
import java.time.InstantSource;

/// What every live part of a node stands on.
///
/// @param context the one virtual-thread context, see [LiveContext]
public record Live(Context context, InstantSource clock, Timers timers, Alarm alarm) {}
