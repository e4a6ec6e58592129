/// Media from browser to browser: the server only passes on what the browsers tell each other to find a way.
///
/// Shows people's addresses to each other, so it serves the demo and development. No signal is ever logged or kept.
@NullMarked
package org.holdfast.media.peer;

import org.jspecify.annotations.NullMarked;
