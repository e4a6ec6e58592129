/// Sentences about people in a session, each beside what is forbidden. [Cast] names the people, [SessionGiven] is the
/// form of a test, [Meeting] plays a whole session through the decider.
@NullMarked
package org.holdfast.session;

import org.jspecify.annotations.NullMarked;
