/// The live side of a node: one mailbox a log, the entries it appends and hears of, leases, due times and reactions.
///
/// [org.holdfast.live.LogHost] is the main type and is the same for every kind of log. Everything here runs on one
/// virtual-thread context a node; the ports ([org.holdfast.live.EventLog], [org.holdfast.live.Leases],
/// [org.holdfast.live.Due], [org.holdfast.live.Turns]) are declared here and implemented outside.
@NullMarked
package org.holdfast.live;

import org.jspecify.annotations.NullMarked;
