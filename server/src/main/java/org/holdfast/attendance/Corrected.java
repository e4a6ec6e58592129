package org.holdfast.attendance;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What stands on a row since staff corrected it, beside what was computed.
///
/// @param status nothing where the computed one stands
/// @param credited nothing where the computed one stands
public record Corrected(@Nullable Status status, @Nullable Duration credited) {}
