/// Logs in Redis Streams, and what else the live side keeps there: leases, due times, turns, data keys, anchored heads.
///
/// [org.holdfast.log.RedisEventLog] is the main type; one script appends and publishes, and only onto the very entry it
/// chains to. [org.holdfast.log.RedisConnections] owns the few long-lived connections. Nothing here decides anything.
@NullMarked
package org.holdfast.log;

import org.jspecify.annotations.NullMarked;
