package org.holdfast.decision;

import java.time.Instant;

/// Where and when an event stands, and whose act it was: what a fold may know besides the event itself.
public record Stamp(long seq, Instant at, Actor by) {}
