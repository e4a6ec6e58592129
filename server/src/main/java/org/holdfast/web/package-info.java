/// Where browsers reach the server: pages, REST and the socket, their limits, and the words for what went wrong.
///
/// Everything here runs on event loops and decides nothing: it parses, limits, hands over to the live side and writes.
/// Errors are turned into answers in two places only: [Problems] for HTTP and [SessionSocket] for the socket.
@NullMarked
package org.holdfast.web;

import org.jspecify.annotations.NullMarked;
