/// What every log shares: a decider, the entries it makes, who acts, and how a wish is refused.
///
/// Pure. Nothing here reads a clock, draws a random number or touches the outside; the pieces that do hand their
/// findings in as arguments. [Decider] is the main type.
@NullMarked
package org.holdfast.decision;

import org.jspecify.annotations.NullMarked;
