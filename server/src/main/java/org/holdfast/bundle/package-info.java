/// A log that leaves the clinic in one file, and what whoever was handed the clinic's public key can prove from it.
///
/// Pure, like the packages it rests on: it needs no store, no secret and no network, and takes every byte of a bundle
/// for a stranger's.
@NullMarked
package org.holdfast.bundle;

import org.jspecify.annotations.NullMarked;
