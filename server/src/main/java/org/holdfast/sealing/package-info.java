/// Keys, sealed words and chained entries: what makes a stored log trustworthy and a person erasable.
///
/// Cryptography of the JDK alone, and no I/O: keys come through the [org.holdfast.sealing.Keyring] port, random numbers
/// as an argument. Nothing here ever prints key material.
@NullMarked
package org.holdfast.sealing;

import org.jspecify.annotations.NullMarked;
