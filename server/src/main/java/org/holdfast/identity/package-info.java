/// Who a browser speaks for. [PersonalLinks] turns the link in somebody's mail into a person, [Devices] remembers which
/// browsers are theirs, [Guessing] slows down whoever tries links that were never sent.
///
/// [SignIns] asks again before a signature.
///
/// Nothing here knows names or sessions, and no secret is stored: only its SHA-256, and of short codes a keyed MAC.
@NullMarked
package org.holdfast.identity;

import org.jspecify.annotations.NullMarked;
