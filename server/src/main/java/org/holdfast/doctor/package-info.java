/// Whether what stands around a server is set up so that people can use it, in sentences that say what to set.
///
/// [org.holdfast.doctor.Trial] asks and changes nothing that stays; [org.holdfast.doctor.Advice] is pure and judges
/// what it found.
@NullMarked
package org.holdfast.doctor;

import org.jspecify.annotations.NullMarked;
