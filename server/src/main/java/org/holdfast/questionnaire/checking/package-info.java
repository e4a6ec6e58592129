/// What the makers of a FHIR library say of a file. It needs that library, which is large and seldom needed, so it lies
/// beside the server and not in it; nobody but [org.holdfast.questionnaire.FhirCheck] makes one of these.
@NullMarked
package org.holdfast.questionnaire.checking;

import org.jspecify.annotations.NullMarked;
