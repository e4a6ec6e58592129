/// The embedded default: a Redis of its own and a clinic with one evening group, so that two commands show a meeting.
///
/// Seen by Main alone. Nothing here may reach a production server.
@NullMarked
package org.holdfast.demo;

import org.jspecify.annotations.NullMarked;
