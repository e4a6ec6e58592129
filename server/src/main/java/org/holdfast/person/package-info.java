/// What a person tells about themselves: what to be called, where they usually are, whom to call, and what they
/// answered on arriving; and what they write on their worksheets ([Sheets]). Consents will lie in the same log.
///
/// Pure. [Person] is the fold and the decider. Everything a person says is [org.holdfast.decision.Confidential]: a log
/// outlives the right to read it.
@NullMarked
package org.holdfast.person;

import org.jspecify.annotations.NullMarked;
