/// A videobridge for tests: it keeps conferences, endpoints and their channels, and answers as a real one was recorded
/// answering. It carries no media.
///
/// Proved in this package too: the recordings are played to it, and Jitsi's own parser reads what is sent to it. It
/// needs nothing that is only on the path of tests, so that [TestBridgeMain] starts from its source.
@NullMarked
package org.holdfast.media.testbridge;

import org.jspecify.annotations.NullMarked;
