/// Media through Jitsi Videobridge, with this server as the only one that tells the bridge what to do (its *focus*).
///
/// What a session's bridge is to hold is a level: it is brought there from whatever it holds. What is known of the
/// bridge lies in Redis, so every node knows the same and one that dies leaves nothing undone; none of it is logged.
/// [org.holdfast.media.jitsi.Bridges] says which bridges can be used.
///
/// Pure are what is held and what changes in it ([org.holdfast.media.jitsi.Held], [org.holdfast.media.jitsi.Hearing]),
/// what is to be done next ([org.holdfast.media.jitsi.Plan]) and what is to be told
/// ([org.holdfast.media.jitsi.Telling]). [org.holdfast.media.jitsi.Doing] asks the bridge, and one
/// [org.holdfast.media.jitsi.Round] joins them.
///
/// Several endpoints in one request are taken by the bridge only to be expired or force-muted. One that creates an
/// endpoint, or sets its transport or sources, must be about that endpoint alone, or all of it is refused.
///
/// [org.holdfast.media.jitsi.Colibri] is what it is told, [org.holdfast.media.jitsi.PageSignal] and
/// [org.holdfast.media.jitsi.BridgeSignal] are what pages say and hear of it. What a page says that it sends goes
/// nowhere before [org.holdfast.media.jitsi.SourceCheck] has passed it.
@NullMarked
package org.holdfast.media.jitsi;

import org.jspecify.annotations.NullMarked;
