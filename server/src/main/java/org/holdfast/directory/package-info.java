/// What must be found without reading every log: which sessions a person has, how people are called, and when each
/// connection was last heard of.
///
/// All of it can be made anew from the logs or is short-lived; nothing here is the truth.
@NullMarked
package org.holdfast.directory;

import org.jspecify.annotations.NullMarked;
