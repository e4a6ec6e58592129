/// What the sheet makes of whole sessions, and on which entries it says that it rests.
@NullMarked
package org.holdfast.attendance;

import org.jspecify.annotations.NullMarked;
