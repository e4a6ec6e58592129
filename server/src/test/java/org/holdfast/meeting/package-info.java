/// Whole meetings through a running server: real Redis, real sockets, the demo's cast, and a clock that only the test
/// moves. [Clinic] is the server's side, [Browser] somebody's browser, [Tab] one open page in it.
@NullMarked
package org.holdfast.meeting;

import org.jspecify.annotations.NullMarked;
