package org.holdfast.live;

import org.holdfast.decision.Actor;
import org.holdfast.decision.CommandId;

/// Whose wish an entry was. Ids are the asker's own choice, so another's equal id means nothing.
public record Asked(Actor by, CommandId command) {}
