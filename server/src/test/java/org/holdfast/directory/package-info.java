/// How people's sessions are found: choices that need no store.
@NullMarked
package org.holdfast.directory;

import org.jspecify.annotations.NullMarked;
