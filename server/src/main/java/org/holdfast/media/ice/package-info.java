/// What helps a browser to find its way: servers that tell it its own address (STUN), and servers that pass its media
/// on where nothing else gets through (TURN).
@NullMarked
package org.holdfast.media.ice;

import org.jspecify.annotations.NullMarked;
