/// What the whole tree promises, whatever it does: its tiers, its tidiness, and that two languages name the same
/// things.
///
/// Tests alone live here. None of them looks at behaviour.
@NullMarked
package org.holdfast.repository;

import org.jspecify.annotations.NullMarked;
