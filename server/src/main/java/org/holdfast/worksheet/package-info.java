/// Papers to write on: what a form asks, what may be answered, what is shown to whom has answered what, and how far
/// somebody is.
///
/// Pure. [Form] is a definition that nothing changes any more: a new wording is a new version beside it. Answers are
/// plain [Value]s by their [Place], so that they are read long after without the form that asked for them;
/// [Fitting] says whether one fits, and all that follows from answers ([Showing], [Progress], [Score]) takes any
/// answers whatever. [FormView] is what a page gets.
@NullMarked
package org.holdfast.worksheet;

import org.jspecify.annotations.NullMarked;
