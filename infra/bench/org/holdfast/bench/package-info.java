/// How fast the product is, beside what others do on the same computer in the same minutes.
///
/// [org.holdfast.bench.Main] names every [org.holdfast.bench.Measurement]; each runs by itself. Nothing here is part of
/// the server, and no test waits for a number of it.
@NullMarked
package org.holdfast.bench;

import org.jspecify.annotations.NullMarked;
