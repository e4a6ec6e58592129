/// What tests share: real servers to inject, logs in memory, time that moves only when told.
@NullMarked
package org.holdfast.testing;

import org.jspecify.annotations.NullMarked;
