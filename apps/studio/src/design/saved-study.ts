import type { CheckedDefinition, DefinitionText, StudyDetail } from '../api/api-types.ts'

/**
 * A study after this tab saved its definition. What the server leaves out because there is none, such as
 * indications, does not stay behind from the text before. A study that is known to be as new or newer stays.
 */
export function savedStudy(known: StudyDetail, definition: DefinitionText, checked: CheckedDefinition): StudyDetail {
  if (known.definition.revision >= definition.revision) return known
  const saved = { ...known, ...checked, definition }
  if (checked.advice === undefined) delete saved.advice
  if (checked.topics === undefined) delete saved.topics
  return saved
}
