/// How long staff stay signed in.
@NullMarked
package org.holdfast.identity.staff;

import org.jspecify.annotations.NullMarked;
