/// Forms as they come: FHIR R4 Questionnaires, of which a small and declared part can be shown.
///
/// [QuestionnaireReader] takes every byte for a stranger's and tells all at once why a file cannot be used;
/// [Shelf] holds the forms that the product brings and those of the clinic. What the rest of the server sees of
/// either is [org.holdfast.worksheet.Form].
@NullMarked
package org.holdfast.questionnaire;

import org.jspecify.annotations.NullMarked;
