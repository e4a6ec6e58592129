/// The files by which a clinic runs Holdfast, read and tried: nothing in them may differ from the server or from each
/// other, since nobody would see it before people come.
@NullMarked
package org.holdfast.infra;

import org.jspecify.annotations.NullMarked;
