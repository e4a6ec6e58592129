/// What a group must live through, with real processes: servers and stores that are killed, frozen and cut off.
@NullMarked
package org.holdfast.survival;

import org.jspecify.annotations.NullMarked;
