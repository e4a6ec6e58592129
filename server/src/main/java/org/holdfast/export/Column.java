package org.holdfast.export;

import java.util.function.Function;

/// One column of a table: what stands over it, and what of each row.
record Column<T>(Label label, Function<T, String> cell) {}
